import type { GreenChannelOutcome } from '#contracts';
import { currentContext } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Effects } from '../plans/chronicle.js';
import { GreenChannelCaseEntity } from './green-channel-case.entity.js';
import { tellClosed } from './green-channel-effects.js';

interface Ending {
  outcome: GreenChannelOutcome;
  note?: string | undefined;
  /** Of one that is closed as merged. */
  mergedInto?: string | null;
}

/** Ends cases: a doctor called, or nobody can be called any more. */
@Injectable()
export class GreenChannelClosing {
  /** The case is locked and open. */
  async close(
    tx: EntityManager,
    found: GreenChannelCaseEntity,
    { outcome, note, mergedInto = null }: Ending,
    now: Date,
    effects: Effects,
  ): Promise<GreenChannelCaseEntity> {
    const actor = currentContext()?.actor;
    const by = { closedBy: actor?.id ?? null, closedByName: actor?.name || null };
    const ending = { outcome, mergedInto, note: note ?? found.note, closedAt: now };
    const closed = { status: 'closed' as const, dueAt: null, ...ending, ...by };
    await tx.update(GreenChannelCaseEntity, { id: found.id }, closed);
    tellClosed(effects, found, outcome, now, note);
    return { ...found, ...closed };
  }

  /** The person died: nobody is told to call any more. */
  async closeOfPerson(tx: EntityManager, ids: string[], now: Date, effects: Effects): Promise<void> {
    const open = await tx
      .createQueryBuilder(GreenChannelCaseEntity, 'found')
      .where(`found.patient_id = ANY(:ids::uuid[]) AND found.status = 'open'`, { ids })
      .orderBy('found.id')
      .setLock('pessimistic_write')
      .getMany();
    for (const found of open) await this.close(tx, found, { outcome: 'deceased' }, now, effects);
  }
}
