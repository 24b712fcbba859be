import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';
import { frameMessage, MllpFramer } from './mllp-framer.js';

export interface MllpClientOptions {
  readonly host: string;
  readonly port: number;
  readonly tls?: ConnectionOptions;
  /** For connecting, and for each answer. */
  readonly timeoutMs?: number;
}

interface Waiting {
  readonly resolve: (answer: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/** A sender of HL7 messages: answers come in the order of the messages. */
export class MllpClient {
  private readonly framer = new MllpFramer();
  private readonly waiting: Waiting[] = [];
  private readonly received: Buffer[] = [];
  private failure: Error | undefined;

  private constructor(
    private readonly socket: Socket,
    private readonly timeoutMs: number,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.take(chunk));
    socket.on('error', (error) => this.fail(error));
    socket.on('close', () => this.fail(new Error('the MLLP connection was closed before an answer came')));
  }

  static async connect({ host, port, tls, timeoutMs = 30_000 }: MllpClientOptions): Promise<MllpClient> {
    const socket = tls ? connectTls({ ...tls, host, port }) : connectTcp({ host, port });
    try {
      await once(socket, tls ? 'secureConnect' : 'connect', { signal: AbortSignal.timeout(timeoutMs) });
    } catch (error) {
      socket.destroy();
      throw error;
    }
    return new MllpClient(socket, timeoutMs);
  }

  /** Sends a message and waits for its answer. */
  async send(message: Uint8Array): Promise<Buffer> {
    const [answer] = await this.exchange(message, 1);
    return answer as Buffer;
  }

  /** Sends a message that has `answers` answers: two in enhanced mode, more for a batch, none where none is wanted. */
  exchange(message: Uint8Array, answers: number): Promise<Buffer[]> {
    if (this.failure) return Promise.reject(this.failure);
    this.socket.write(frameMessage(message));
    return Promise.all(Array.from({ length: answers }, () => this.nextAnswer()));
  }

  async close(): Promise<void> {
    if (this.socket.closed) return;
    const closed = once(this.socket, 'close');
    this.socket.end();
    await closed;
  }

  private nextAnswer(): Promise<Buffer> {
    const early = this.received.shift();
    if (early) return Promise.resolve(early);
    return new Promise<Buffer>((resolve, reject) => {
      const deadline = setTimeout(() => {
        this.fail(new Error(`no MLLP answer within ${this.timeoutMs} ms`));
        // A later answer would be taken for that of the next message.
        this.socket.destroy();
      }, this.timeoutMs);
      const settle =
        <T>(then: (value: T) => void) =>
        (value: T): void => {
          clearTimeout(deadline);
          then(value);
        };
      this.waiting.push({ resolve: settle(resolve), reject: settle(reject) });
    });
  }

  private take(chunk: Buffer): void {
    for (const framing of this.framer.push(chunk)) {
      if (framing.kind === 'oversized') {
        this.fail(new Error('the MLLP answer is too large'));
        this.socket.destroy();
        return;
      }
      const next = this.waiting.shift();
      if (next) next.resolve(framing.frame);
      else this.received.push(framing.frame);
    }
  }

  private fail(error: Error): void {
    this.failure ??= error;
    for (const waiting of this.waiting.splice(0)) waiting.reject(this.failure);
  }
}
