/** One piece of work in a lane. Items of one key are worked one after another, in the order they came. */
export interface LaneItem {
  key: string;
  /** Items of the same batch name may be worked together, also across keys; undefined: alone. */
  batch?: string | undefined;
}

/** Works on items; @returns milliseconds after which to try them again, or undefined when they are done. */
export type LaneWork<T extends LaneItem> = (items: T[]) => Promise<number | undefined>;

export interface LaneOptions {
  /** Pieces of work in hand at once. */
  concurrency: number;
  /** Most items in one batch. */
  batchSize: number;
}

/**
 * Dispatches items into lanes by key: one key in order, keys in parallel.
 * A key whose work must be tried again rests without holding up any other.
 */
export class Lanes<T extends LaneItem> {
  private readonly queues = new Map<string, T[]>();
  private ready: string[] = [];
  private readonly resting = new Map<string, NodeJS.Timeout>();
  private active = 0;
  private paused = false;
  private waiters: (() => void)[] = [];

  constructor(
    private readonly options: LaneOptions,
    private readonly work: LaneWork<T>,
  ) {}

  push(item: T): void {
    const queue = this.queues.get(item.key);
    if (queue) {
      queue.push(item);
      return;
    }
    this.queues.set(item.key, [item]);
    this.ready.push(item.key);
    this.dispatch();
  }

  /** What waits or is in hand under a key. */
  under(key: string): readonly T[] {
    return this.queues.get(key) ?? [];
  }

  /** Items waiting or in hand. */
  get size(): number {
    let size = 0;
    for (const queue of this.queues.values()) size += queue.length;
    return size;
  }

  /** Forgets what waits and resolves when the work in hand has ended. */
  async stop(): Promise<void> {
    this.paused = true;
    for (const timer of this.resting.values()) clearTimeout(timer);
    this.resting.clear();
    this.ready = [];
    if (this.active > 0) await new Promise<void>((resolve) => this.waiters.push(resolve));
    this.queues.clear();
  }

  private dispatch(): void {
    while (!this.paused && this.active < this.options.concurrency && this.ready.length > 0) {
      const items = this.take();
      this.active += 1;
      void this.work(items)
        .then((delay) => this.settle(items, delay))
        .finally(() => {
          this.active -= 1;
          if (this.active === 0) for (const resolve of this.waiters.splice(0)) resolve();
          this.dispatch();
        });
    }
  }

  /** The head of the next ready key; for a batch also the heads of further keys, while they fit. */
  private take(): T[] {
    const items: T[] = [];
    let batch: string | undefined;
    const passedOver: string[] = [];
    while (this.ready.length > 0 && items.length < this.options.batchSize) {
      const key = this.ready.shift() as string;
      const queue = this.queues.get(key) as T[];
      const head = queue[0] as T;
      if (items.length === 0) {
        batch = head.batch;
        if (batch === undefined) return [head];
      } else if (head.batch !== batch) {
        passedOver.push(key);
        continue;
      }
      for (const item of queue) {
        if (item.batch !== batch || items.length >= this.options.batchSize) break;
        items.push(item);
      }
    }
    this.ready = passedOver.length > 0 ? [...passedOver, ...this.ready] : this.ready;
    return items;
  }

  private settle(items: T[], delay: number | undefined): void {
    const keys = new Set(items.map((item) => item.key));
    if (delay === undefined) this.drop(items);
    for (const key of keys) {
      if (this.paused) continue;
      if (!this.queues.get(key)?.length) this.queues.delete(key);
      else if (delay === undefined || delay === 0) this.ready.push(key);
      else this.rest(key, delay);
    }
  }

  private drop(items: T[]): void {
    for (const [key, done] of Map.groupBy(items, (item) => item.key)) this.queues.get(key)?.splice(0, done.length);
  }

  private rest(key: string, delay: number): void {
    this.resting.set(
      key,
      setTimeout(() => {
        this.resting.delete(key);
        this.ready.push(key);
        this.dispatch();
      }, delay),
    );
  }
}
