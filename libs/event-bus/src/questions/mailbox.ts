import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';

const NO_RESPONDERS = 503;

/** Nothing came in time, or nobody listens where something was sent to. */
export class SilenceError extends Error {}

/** What arrives on one subject, taken one after another. */
export class Mailbox {
  private readonly arrived: Msg[] = [];
  private readonly subscription: Subscription;
  private refusal: Error | undefined;
  private wake: () => void = () => undefined;

  constructor(
    connection: NatsConnection,
    readonly subject: string,
  ) {
    this.subscription = connection.subscribe(subject, {
      callback: (error, message) => {
        if (error) this.refusal = error;
        else this.arrived.push(message);
        this.wake();
      },
    });
  }

  /** @throws SilenceError; whatever the signal was aborted with */
  async next(patienceMs: number, signal: AbortSignal): Promise<Msg> {
    if (this.arrived.length === 0 && !this.refusal) await this.arrival(patienceMs, signal);
    signal.throwIfAborted();
    if (this.refusal) throw new SilenceError(this.refusal.message);
    const message = this.arrived.shift();
    if (!message) throw new SilenceError(`nothing came within ${patienceMs} ms`);
    if (message.headers?.code === NO_RESPONDERS) throw new SilenceError('nobody listens');
    return message;
  }

  close(): void {
    this.subscription.unsubscribe();
  }

  private arrival(patienceMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, patienceMs);
      signal.addEventListener('abort', done, { once: true });
      this.wake = done;
    });
  }
}
