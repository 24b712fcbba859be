import { once } from 'node:events';
import type { Socket } from 'node:net';
import { frameMessage, MllpFramer, type MllpFraming } from './mllp-framer.js';
import type { MllpCloseReason, MllpConnectionInfo, MllpLimits, MllpListenerOptions } from './mllp-options.js';

/**
 * One client: a message at a time, in order. While one is worked on the socket is not read, so a fast sender waits in its
 * own TCP window and not in our memory; the answers of one message are written out before the next is begun.
 */
export class MllpConnection {
  private readonly framer: MllpFramer;
  private readonly waiting: MllpFraming[] = [];
  private working = false;
  private stopping = false;
  private frames = 0;
  private reason: MllpCloseReason | undefined;
  private error: unknown;
  private idleTimer: NodeJS.Timeout | undefined;
  readonly closed: Promise<void>;

  constructor(
    readonly info: MllpConnectionInfo,
    private readonly socket: Socket,
    private readonly options: MllpListenerOptions,
    private readonly limits: MllpLimits,
  ) {
    this.framer = new MllpFramer(limits.maxFrameBytes);
    this.closed = new Promise((resolve) => socket.once('close', () => resolve(this.finish())));
    socket.setNoDelay(true);
    socket.setKeepAlive(true, 60_000);
    socket.on('error', (error) => this.remember('socket-error', error));
    socket.on('data', (chunk: Buffer) => this.take(chunk));
    socket.on('end', () => this.hangUp());
    this.restartIdleTimer();
    options.onEvent?.({ kind: 'opened', connection: info });
  }

  /** Lets the message in flight end, answers it, and closes. Messages not begun were never acknowledged. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.remember('stopped');
    this.waiting.length = 0;
    if (!this.working) this.endGracefully();
    const deadline = setTimeout(() => this.socket.destroy(), this.limits.drainTimeoutMs);
    await this.closed;
    clearTimeout(deadline);
  }

  private take(chunk: Buffer): void {
    if (this.stopping) return;
    const begunBefore = this.framer.startedFrames;
    this.waiting.push(...this.framer.push(chunk));
    if (this.framer.startedFrames > begunBefore) this.restartIdleTimer();
    if (this.waiting.length > 0 && !this.working) void this.work();
  }

  private async work(): Promise<void> {
    this.working = true;
    clearTimeout(this.idleTimer);
    this.socket.pause();
    try {
      for (let next = this.waiting.shift(); next && !this.socket.destroyed; next = this.waiting.shift()) {
        await this.handle(next);
      }
    } catch (error) {
      this.drop('handler-failed', error);
    }
    this.working = false;
    if (this.socket.destroyed) return;
    if (this.stopping || this.socket.readableEnded) return this.endGracefully();
    this.restartIdleTimer();
    this.socket.resume();
  }

  private async handle(next: MllpFraming): Promise<void> {
    if (next.kind === 'oversized') return this.refuseOversized(next.head);
    this.frames += 1;
    const answers = (await this.options.handler(next.frame, this.info)) ?? [];
    if (answers.length > 0) await this.write(Buffer.concat(answers.map(frameMessage)));
  }

  /** Waits until the client has taken the answer; one that never reads is dropped, and blocked only itself. */
  private async write(bytes: Buffer): Promise<void> {
    if (!this.socket.writable || this.socket.write(bytes)) return;
    const patience = setTimeout(() => this.drop('answers-not-read'), this.limits.writeTimeoutMs);
    await Promise.race([once(this.socket, 'drain').catch(() => undefined), this.closed]);
    clearTimeout(patience);
  }

  private refuseOversized(head: Buffer): void {
    this.remember('oversized');
    this.stopping = true;
    const answer = this.options.answerOversized?.(head, this.info);
    if (answer && this.socket.writable) this.socket.write(frameMessage(answer));
  }

  /** What still arrives is thrown away for a moment, because closing at once would take the last answer with it. */
  private endGracefully(): void {
    clearTimeout(this.idleTimer);
    if (this.socket.destroyed) return;
    this.socket.end();
    this.socket.resume();
    const deadline = setTimeout(() => this.socket.destroy(), this.limits.drainTimeoutMs);
    this.socket.once('close', () => clearTimeout(deadline));
  }

  /** The client sends no more, but may still wait for the answer to what it sent. */
  private hangUp(): void {
    this.remember('by-peer');
    if (!this.working) this.endGracefully();
  }

  private restartIdleTimer(): void {
    clearTimeout(this.idleTimer);
    this.idleTimer = setTimeout(() => this.drop('idle'), this.limits.idleTimeoutMs);
  }

  private drop(reason: MllpCloseReason, error?: unknown): void {
    this.remember(reason, error);
    this.socket.destroy();
  }

  /** The first reason is the cause, the rest is consequence. */
  private remember(reason: MllpCloseReason, error?: unknown): void {
    this.reason ??= reason;
    this.error ??= error;
  }

  private finish(): void {
    clearTimeout(this.idleTimer);
    this.options.onEvent?.({
      kind: 'closed',
      connection: this.info,
      reason: this.reason ?? 'by-peer',
      frames: this.frames,
      droppedBytes: this.framer.droppedBytes,
      ...(this.error === undefined ? {} : { error: this.error }),
    });
  }
}
