import type { EventClass } from '#contracts';
import type { Draft } from '#event-bus';
import type { Occasion } from '../occasion.js';

/** What a transaction tells others, collected so that it is appended in one statement, after the rows. */
export class Effects {
  readonly events: Draft[] = [];

  constructor(readonly occasion: Occasion) {}

  event<T extends object>(type: EventClass<T>, data: T): void {
    this.events.push({ type, data });
  }
}
