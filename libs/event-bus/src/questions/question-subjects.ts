import { randomUUID } from 'node:crypto';

/**
 * Subjects of their own, in no stream: nothing of a question or an answer is kept. Only the answerer may listen on
 * `ask.<service>.>`, only the asker on `answer.<service>.>` (tools/backing-services/nats-permissions.ts).
 */
export function questionSubject(answerer: string, name: string): string {
  return `ask.${answerer}.${name}`;
}

/** Where the pieces of one answer go. */
export function answerSubject(asker: string): string {
  return `answer.${asker}.${randomUUID()}`;
}

/** Where the asker says that it has taken a piece and wants the next. */
export function takenSubject(answerer: string): string {
  return `ask.${answerer}.taken.${randomUUID()}`;
}

/** The broker lets nobody else listen there; a question that wants its answer elsewhere gets none. */
export function isAnswerSubject(asker: string, subject: string): boolean {
  return /^[\w-]+$/.test(subject.slice(`answer.${asker}.`.length)) && subject.startsWith(`answer.${asker}.`);
}
