import { questionOf, type EventClass } from '#contracts';
import { faultText } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { checkContract } from '../contract-check.js';
import { Nats } from '../nats/nats-connection.js';
import { SERVICE_NAME } from '../service-name.js';
import { Mailbox } from './mailbox.js';
import { linesOf } from './pieces.js';
import { answerSubject, questionSubject } from './question-subjects.js';

/** How long one piece may take: the first one needs the answerer's database to find what is asked for. */
const PATIENCE_MS = 45_000;

/** The service is not there, fell silent, or could not answer. What came before must not be taken for all of it. */
export class NoAnswerError extends Error {
  constructor(
    readonly service: string,
    cause: unknown,
  ) {
    super(`${service} does not answer: ${faultText(cause)}`, { cause });
  }
}

/** Asks another service something that needs an answer now (decision 3). */
@Injectable()
export class Questions {
  constructor(
    private readonly nats: Nats,
    @Inject(SERVICE_NAME) private readonly service: string,
  ) {}

  /**
   * The lines of the answer, as they are taken: the answerer sends the next piece when the one before was. Nothing of
   * them is kept anywhere on the way.
   * @throws NoAnswerError, also after some lines came
   */
  async *ask<T extends object>(
    type: EventClass<T>,
    answerer: string,
    data: T,
    signal: AbortSignal,
  ): AsyncGenerator<string, void> {
    const { name } = questionOf(type);
    const asked = JSON.stringify(checkContract(type, data, 'emit'));
    const channel = answerSubject(this.service);
    const answers = new Mailbox(this.nats.core, channel);
    try {
      this.nats.core.publish(questionSubject(answerer, name), asked, { reply: channel });
      yield* linesOf(pieces(answers, signal, answerer));
    } finally {
      answers.close();
    }
  }
}

async function* pieces(answers: Mailbox, signal: AbortSignal, answerer: string): AsyncGenerator<Uint8Array, void> {
  for (let expected = 0; ; expected += 1) {
    const message = await next(answers, signal, answerer);
    const fault = message.headers?.get('fault');
    if (fault) throw new NoAnswerError(answerer, fault);
    if (message.headers?.get('piece') !== String(expected)) throw new NoAnswerError(answerer, 'a piece was lost');
    if (message.headers.has('last')) return;
    yield message.data;
    message.respond();
  }
}

async function next(answers: Mailbox, signal: AbortSignal, answerer: string) {
  try {
    return await answers.next(PATIENCE_MS, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    throw new NoAnswerError(answerer, error);
  }
}
