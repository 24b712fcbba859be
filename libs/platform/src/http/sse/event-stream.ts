import type { ServerResponse } from 'node:http';
import { sseText, type StreamMessage } from './sse-text.rules.js';

/** Bytes kept for a reader who does not read; with more it is dropped, and comes back with its `Last-Event-ID`. */
const MOST_UNREAD_BYTES = 262_144;
/** With more than this unread, whoever can wait sends later. */
const ENOUGH_UNREAD_BYTES = 16_384;

/** One open `text/event-stream` answer. */
export class EventStream {
  private readonly closing = new Set<() => void>();
  private unreadBefore = false;
  private open = true;

  constructor(
    private readonly answer: ServerResponse,
    /** What the reader has already; undefined at its first time. */
    readonly lastEventId: string | undefined,
  ) {
    answer.once('close', () => this.end());
    answer.on('error', () => this.end());
  }

  get closed(): boolean {
    return !this.open;
  }

  /** The reader is behind: what can be read again later should not be sent now, it would only be kept here. */
  get isBehind(): boolean {
    return this.answer.writableLength > ENOUGH_UNREAD_BYTES;
  }

  /** @returns false when nobody reads any more. */
  send(message: StreamMessage): boolean {
    return this.write(sseText(message));
  }

  /** Runs once when the stream ends, for whatever reason; at once when it has. */
  onClose(work: () => void): void {
    if (this.open) this.closing.add(work);
    else work();
  }

  /** Says that we are there. A reader who has not taken what was sent since the last time is dropped. */
  beat(): void {
    const unread = this.answer.writableLength > 0;
    if (unread && this.unreadBefore) this.drop();
    else this.write(': \n\n');
    this.unreadBefore = unread;
  }

  /** Ends it in order: the reader may come back. */
  close(): void {
    if (this.open) this.answer.end();
    this.end();
  }

  write(text: string): boolean {
    if (!this.open) return false;
    if (this.answer.writableLength > MOST_UNREAD_BYTES) {
      this.drop();
      return false;
    }
    this.answer.write(text);
    return true;
  }

  private drop(): void {
    this.answer.destroy();
    this.end();
  }

  private end(): void {
    this.open = false;
    const works = [...this.closing];
    this.closing.clear();
    for (const work of works) work();
  }
}
