import { Outbox } from '#event-bus';
import {
  Clock,
  currentContext,
  faultText,
  type FieldFault,
  Masking,
  newId,
  Problem,
  stateChange,
  transact,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { encodeAnswer } from '../hl7/answer-encoding.js';
import { decodeStrictly, type Charset } from '../hl7/charset.rules.js';
import { interpretFrame, interpretMessage } from '../hl7/interpretation.js';
import { splitMessages } from '../hl7/parser.js';
import { describeLocation } from '../hl7/vocabulary.js';
import { PartnerProfiles } from '../partners/partner-profiles.js';
import { arrivalOf, type Arrival } from './arrival.js';
import { stampAt } from './intake-plan.js';
import type { Answers } from './message-row.js';
import { insertMessages } from './message-store.js';
import { textOf } from './message-text.js';
import { MessageProblem } from './messages.dto.js';
import { MessageEntity } from './message.entity.js';
import { isFaultOfMessage } from './storage-failure.js';
import { answersOf, takingOf } from './taking.js';

type Refused = Pick<MessageEntity, 'id' | 'status' | 'raw' | 'charset'>;
type Reading = (original: Refused, now: Date) => Arrival | undefined;

/** Takes refused messages after all: with a repaired text, or as they are once their partner's profile is right. */
@Injectable()
export class RepairsService {
  constructor(
    private readonly source: DataSource,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly profiles: PartnerProfiles,
    private readonly masking: Masking,
  ) {}

  /**
   * Stores the repaired text as a message of its own and emits its events.
   * @returns its id. @throws Problem 400 when the text is not one message, else as `retry`.
   */
  async repair(id: string, text: string): Promise<string> {
    const { messages } = splitMessages(text);
    const [message, ...others] = messages;
    if (message === undefined || others.length > 0) {
      throw Problem.invalid([{ field: 'text', code: 'not-one-message' }]);
    }
    const done = await this.takeAfterAll(id, (original, now) => {
      const charset = charsetForRepair(original.charset);
      const raw = encodeAnswer(message, charset);
      if (decodeStrictly(raw, charset) === undefined) {
        throw Problem.invalid([{ field: 'text', code: 'not-encodable' }]);
      }
      return arrivalOf(interpretMessage(message, charset, this.profiles.current), raw, now);
    });
    return done.id;
  }

  /**
   * @returns the answer its sender gets when it sends the message again.
   * @throws Problem 404; 409 when it was accepted or repaired already; 422 when it is still refused.
   */
  async retry(id: string): Promise<Answers & { id: string }> {
    return this.takeAfterAll(id, (original, now) => {
      const [interpretation, ...others] = interpretFrame(original.raw, this.profiles.current);
      return interpretation && others.length === 0 ? arrivalOf(interpretation, original.raw, now) : undefined;
    });
  }

  private async takeAfterAll(id: string, read: Reading): Promise<Answers & { id: string }> {
    try {
      return await transact(this.source, (tx) => this.takeIn(tx, id, read));
    } catch (error) {
      if (error instanceof Problem || !isFaultOfMessage(error)) throw error;
      throw stillRefused({ field: 'text', code: 'not-storable', params: { text: faultText(error) } });
    }
  }

  private async takeIn(tx: EntityManager, id: string, read: Reading): Promise<Answers & { id: string }> {
    const original = await lockRefused(tx, id);
    const now = this.clock.now();
    const arrival = read(original, now);
    requireAccepted(arrival, this.masking);
    const repair = { from: id, by: currentContext()?.actor?.id ?? null };
    const taking = takingOf(arrival, { id: newId(), stamp: stampAt(now), repair });
    await insertMessages(tx, [taking.row]);
    const answers = this.answersAfterRepair(original, arrival, now);
    await tx.update(
      MessageEntity,
      { id },
      { status: 'repaired', commitAnswer: answers.commit, applicationAnswer: answers.application },
    );
    await this.outbox.appendAll(tx, [...taking.drafts]);
    stateChange('message', id, { status: original.status }, { status: 'repaired', repairedByMessage: taking.row.id });
    return { id: taking.row.id, ...answers };
  }

  /** A sender that keeps sending the refused message must hear that it has been dealt with. */
  private answersAfterRepair(original: Refused, arrival: Arrival, now: Date): Answers {
    const text = textOf(original.raw, original.charset);
    const asSent = interpretMessage(text, original.charset, this.profiles.current);
    return answersOf({ ...asSent, outcome: arrival.interpretation.outcome }, stampAt(now));
  }
}

async function lockRefused(tx: EntityManager, id: string): Promise<Refused> {
  const original = await tx.findOne(MessageEntity, {
    select: { id: true, status: true, raw: true, charset: true },
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
  if (!original) throw Problem.notFound('message', id);
  if (original.status === 'accepted') throw Problem.conflict('message-accepted');
  if (original.status === 'repaired') throw Problem.conflict('message-repaired');
  return original;
}

/** What is told of a text that is not taken may quote it: to who may see it only. */
function requireAccepted(arrival: Arrival | undefined, masking: Masking): asserts arrival is Arrival {
  if (!arrival) throw stillRefused({ field: 'text', code: 'not-one-message' });
  const { outcome } = arrival.interpretation;
  if (outcome.ok) return;
  const { at, code, text } = outcome.problem;
  const told = masking.answer(MessageProblem, { code, location: describeLocation(at), text });
  throw stillRefused({ field: told.location, code: 'hl7-error', params: { code, text: told.text } });
}

function stillRefused(fault: FieldFault): Problem {
  return new Problem(422, 'message-still-refused', {}, { errors: [fault] });
}

/** A repaired text may hold any character, which the sender's set perhaps cannot. */
const charsetForRepair = (charset: Charset): Charset =>
  charset === 'gbk' || charset === 'gb18030' ? 'gb18030' : 'utf-8';
