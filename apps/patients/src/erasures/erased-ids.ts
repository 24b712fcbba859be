import { Erasures } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReportedIds } from '../people/reported-ids.js';

/** The id that a number or likeness makes today, and when a person under it was last erased. */
export interface Successor {
  id: string;
  erasedAt: Date | null;
}

/** An erased id is never given out again: who comes back by the same record number is a new person (ADR 59). */
@Injectable()
export class ErasedIds {
  constructor(
    private readonly erasures: Erasures,
    private readonly ids: ReportedIds,
  ) {}

  async successors(tx: EntityManager, ids: readonly string[]): Promise<Map<string, Successor>> {
    const found = new Map<string, Successor>(ids.map((id) => [id, { id, erasedAt: null }]));
    for (let open = [...found.values()]; open.length > 0;) {
      const erased = await this.erasures.erasedAt(
        tx,
        open.map(({ id }) => id),
      );
      open = open.filter(({ id }) => erased.has(id));
      for (const successor of open) {
        const at = erased.get(successor.id) as Date;
        if (successor.erasedAt === null || successor.erasedAt < at) successor.erasedAt = at;
        successor.id = this.ids.after(successor.id);
      }
    }
    return found;
  }

  async successor(tx: EntityManager, id: string): Promise<Successor> {
    return (await this.successors(tx, [id])).get(id) as Successor;
  }
}
