/** How many may wait, and what the next one is told. */
export interface WaitingRoom {
  places: number;
  refusal: () => Error;
}

/** So many at a time; the others wait in line, and nobody overtakes. */
export class Turns {
  private readonly waiting: (() => void)[] = [];

  /** @param room without it everybody may wait */
  constructor(
    private free: number,
    private readonly room?: WaitingRoom,
  ) {}

  /** @throws the room's refusal when nothing is free and nobody more may wait */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await this.turn();
    try {
      return await work();
    } finally {
      // The turn is handed on, not given back: who comes in between would be one too many.
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }

  private async turn(): Promise<void> {
    if (this.room && this.waiting.length >= this.room.places) throw this.room.refusal();
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}
