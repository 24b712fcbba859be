import type { EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import type { Effects } from '../plans/chronicle.js';
import type { QuestionnaireDefinition } from '../questionnaires/questionnaire.rules.js';
import type { Answers } from './answer.rules.js';
import type { ResponseEntity } from './response.entity.js';
import type { Scores } from './score.rules.js';

/** A response as it was just recorded. */
export interface RecordedResponse {
  response: Readonly<ResponseEntity>;
  definition: QuestionnaireDefinition;
  answers: Answers;
  scores: Scores;
  /** The task that asked when it has other answers (ADR 77). */
  besideTaskId?: string | undefined;
}

/** Wants to know of every response in the transaction that records it, amendments included (`response.amends`). */
export interface ResponseListener {
  onRecorded(tx: EntityManager, recorded: RecordedResponse, occasion: Occasion, effects: Effects): Promise<void>;
}

/** All that listen, in their order; they are named in responses.wiring.ts. */
export const RESPONSE_LISTENERS = Symbol('response listeners');
