import type { EventClass } from './event-contract.js';

/** What a question of one service to others promises besides the shape of its data (decision 3). */
export interface QuestionContractOptions<T extends object> {
  /** Lower-case words joined by hyphens and a version: `person-data.v1`. */
  name: string;
  /** Who asks; nobody else may. */
  asker: string;
  /** Who answers, each for itself. */
  answerers: readonly string[];
  /** One sentence: what is asked for, and what becomes of it when nobody answers. */
  meaning: string;
  /** A valid instance. */
  example: T;
}

export interface RegisteredQuestion<T extends object = object> extends QuestionContractOptions<T> {
  type: EventClass<T>;
}

const questions = new Map<EventClass, RegisteredQuestion>();

/** Declares a class-validator class as the data of one version of a question. */
export function QuestionContract<T extends object>(options: QuestionContractOptions<T>) {
  return (type: EventClass<T>): void => {
    questions.set(type, { ...options, type });
  };
}

/** @throws Error when the class carries no `@QuestionContract`: a programming error */
export function questionOf<T extends object>(type: EventClass<T>): RegisteredQuestion<T> {
  const question = questions.get(type);
  if (!question) throw new Error(`${type.name} is not a question`);
  return question as unknown as RegisteredQuestion<T>;
}

export function allQuestions(): RegisteredQuestion[] {
  return [...questions.values()];
}
