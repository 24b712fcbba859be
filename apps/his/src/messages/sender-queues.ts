import { setImmediate as nextTurn } from 'node:timers/promises';

export interface QueueLimits {
  readonly maxItems: number;
  readonly maxBytes: number;
}

/** Works off a batch; the outcome of each item, in order. Must not throw. */
export type BatchWork<T, R> = (items: readonly T[]) => Promise<readonly PromiseSettledResult<R>[]>;

interface Waiting<T, R> {
  readonly item: T;
  readonly bytes: number;
  readonly settle: (outcome: PromiseSettledResult<R>) => void;
}

/**
 * One ordered queue a sender: its items are worked off in order, as many at a time as have come meanwhile (group
 * commit). Senders do not wait for each other.
 */
export class SenderQueues<T, R> {
  private readonly queues = new Map<string, Waiting<T, R>[]>();

  constructor(
    private readonly work: BatchWork<T, R>,
    private readonly limits: QueueLimits,
  ) {}

  add(sender: string, item: T, bytes: number): Promise<R> {
    return new Promise((resolve, reject) => {
      const settle = (outcome: PromiseSettledResult<R>): void => {
        if (outcome.status === 'fulfilled') resolve(outcome.value);
        else reject(outcome.reason as Error);
      };
      const queue = this.queues.get(sender);
      if (queue) queue.push({ item, bytes, settle });
      else this.open(sender, [{ item, bytes, settle }]);
    });
  }

  private open(sender: string, queue: Waiting<T, R>[]): void {
    this.queues.set(sender, queue);
    void this.drain(sender, queue);
  }

  private async drain(sender: string, queue: Waiting<T, R>[]): Promise<void> {
    while (queue.length > 0) {
      // What other connections already hold in their sockets joins this batch.
      await nextTurn();
      const batch = queue.splice(0, this.fitting(queue));
      const outcomes = await this.work(batch.map(({ item }) => item));
      batch.forEach(({ settle }, index) => settle(outcomes[index] as PromiseSettledResult<R>));
    }
    this.queues.delete(sender);
  }

  /** At least one, however large. */
  private fitting(queue: readonly Waiting<T, R>[]): number {
    const { maxItems, maxBytes } = this.limits;
    let bytes = 0;
    const over = queue.findIndex((waiting, index) => (bytes += waiting.bytes) > maxBytes && index > 0);
    return Math.min(over === -1 ? queue.length : over, maxItems);
  }
}
