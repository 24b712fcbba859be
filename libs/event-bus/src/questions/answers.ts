import { questionOf, type EventClass } from '#contracts';
import { faultText } from '#platform';
import { headers, type Msg } from '@nats-io/transport-node';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { checkContract } from '../contract-check.js';
import { Nats } from '../nats/nats-connection.js';
import { SERVICE_NAME } from '../service-name.js';
import { Mailbox } from './mailbox.js';
import { piecesOf } from './pieces.js';
import { isAnswerSubject, questionSubject, takenSubject } from './question-subjects.js';

/** A quarter of what nats-server takes unless told otherwise. */
const PIECE_BYTES = 262_144;
/** The asker's disk may be slow; the answerer's transaction must not wait longer than the database lets it. */
const PATIENCE_MS = 20_000;

type Handler<T> = (data: T, signal: AbortSignal) => AsyncIterable<string>;

/** Answers what other services ask. Replicas share the questions; one answers a question from its beginning to its end. */
@Injectable()
export class Answers implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Answers.name);
  private readonly stopping = new AbortController();
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly nats: Nats,
    @Inject(SERVICE_NAME) private readonly service: string,
  ) {}

  /** From now on; a question this service does not answer by its contract is passed over. */
  answer<T extends object>(type: EventClass<T>, handle: Handler<T>): void {
    const { name, answerers } = questionOf(type);
    if (!answerers.includes(this.service)) return;
    this.nats.core.subscribe(questionSubject(this.service, name), {
      queue: this.service,
      callback: (error, question) => {
        if (error || this.stopping.signal.aborted) return;
        const work = this.respond(type, question, handle).finally(() => this.running.delete(work));
        this.running.add(work);
      },
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort(new Error('the service stops'));
    await Promise.all(this.running);
  }

  private async respond<T extends object>(type: EventClass<T>, question: Msg, handle: Handler<T>): Promise<void> {
    const { asker, name } = questionOf(type);
    const channel = question.reply ?? '';
    if (!isAnswerSubject(asker, channel)) return;
    const taken = new Mailbox(this.nats.core, takenSubject(this.service));
    let piece = 0;
    try {
      const data = checkContract(type, question.json(), 'receive');
      for await (const content of piecesOf(handle(data, this.stopping.signal), PIECE_BYTES)) {
        this.send(channel, { piece: String(piece++) }, content, taken.subject);
        await taken.next(PATIENCE_MS, this.stopping.signal);
      }
      this.send(channel, { piece: String(piece), last: 'true' });
    } catch (error) {
      this.logger.warn({ err: error, question: name }, 'A question was not answered to its end');
      this.send(channel, { piece: String(piece), fault: oneLine(error) });
    } finally {
      taken.close();
    }
  }

  private send(
    channel: string,
    marks: Record<string, string>,
    content: Uint8Array = new Uint8Array(),
    reply?: string,
  ): void {
    const head = headers();
    for (const [name, value] of Object.entries(marks)) head.set(name, value);
    this.nats.core.publish(channel, content, { headers: head, ...(reply === undefined ? {} : { reply }) });
  }
}

/** A header has no room for line breaks; what a database says of a row stays here. */
function oneLine(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.constructor.name : faultText(error).slice(0, 80);
}
