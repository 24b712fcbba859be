/** Deliveries in stream order and which of them are still open: the position is what lies below all open ones. */
export class Progress<T> {
  private readonly open = new Map<number, T>();
  private last: number;

  constructor(position: number) {
    this.last = position;
  }

  /** @returns the delivery already open under this sequence, when this one is a repeat. */
  receive(sequence: number, delivery: T): T | undefined {
    const known = this.open.get(sequence);
    if (known !== undefined) return known;
    this.open.set(sequence, delivery);
    this.last = Math.max(this.last, sequence);
    return undefined;
  }

  /** The sequence was dealt with before and is no longer open. */
  isDone(sequence: number): boolean {
    return sequence <= this.last && !this.open.has(sequence);
  }

  done(sequence: number): void {
    this.open.delete(sequence);
  }

  /** Open deliveries, oldest first. */
  pending(): IterableIterator<T> {
    return this.open.values();
  }

  /** Every sequence up to this one is dealt with. Map keeps insertion order, which is stream order. */
  get position(): number {
    const first = this.open.keys().next();
    return first.done ? this.last : first.value - 1;
  }

  /** The highest sequence received. */
  get received(): number {
    return this.last;
  }
}
