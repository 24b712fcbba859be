import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TicketEntity } from '../tickets/ticket.entity.js';
import { ClockEntity } from './clock.entity.js';

/** A survivor's own clock, and those of merged tickets that stood for it one after the other since it was superseded. */
export interface Reigns {
  own: ClockEntity & { stoppedAt: Date };
  /** In the order in which they ended. */
  carriers: (ClockEntity & { stoppedAt: Date })[];
  /** When the limit was changed meanwhile, and the clock that has it. */
  changes: { at: Date; clock: ClockEntity }[];
}

const COPY_PAUSES = `
  INSERT INTO clock_pause (clock_id, paused_at, resumed_at, reason)
  SELECT $1, greatest(paused_at, $3), least(resumed_at, $4), reason FROM clock_pause
   WHERE clock_id = $2 AND paused_at < $4 AND (resumed_at IS NULL OR resumed_at > $3)
  ON CONFLICT (clock_id, paused_at) DO UPDATE SET resumed_at = excluded.resumed_at`;

const CHANGES = `
  SELECT clock_id AS "clockId", at FROM clock_trail
   WHERE clock_id = ANY ($1::uuid[]) AND what = 'limit-changed' ORDER BY seq`;

/** What happened to a survivor's clock of a kind while merged tickets' clocks stood for it. */
@Injectable()
export class ClockReigns {
  /** @param last the one that ended now; null when there is no clock of the survivor's own to go back to */
  async of(tx: EntityManager, last: ClockEntity): Promise<Reigns | null> {
    const { subjectId, kind } = last;
    const rows = await tx.find(ClockEntity, { where: { subjectId, kind }, order: { stoppedAt: 'ASC', id: 'ASC' } });
    const ended = rows.filter((each): each is Reigns['own'] => each.stoppedAt !== null);
    const own = ended.filter(({ outcome, carriesOn }) => outcome === 'superseded' && carriesOn === null).at(-1);
    if (!own) return null;
    const carriers = ended.filter(({ carriesOn, stoppedAt }) => carriesOn !== null && stoppedAt >= own.stoppedAt);
    return { own, carriers, changes: await changesOf(tx, carriers) };
  }

  /**
   * The clocks of that kind of those tickets that are merged into the survivor still, as they stood or as they were last
   * carried on. What was merged before the survivor's own clock began was answered with the one before it.
   */
  async stillMerged(tx: EntityManager, { own, carriers }: Reigns): Promise<ClockEntity[]> {
    const merged = await tx
      .createQueryBuilder(ClockEntity, 'clock')
      .innerJoin(TicketEntity, 'ticket', 'ticket.id = clock.subjectId')
      .where('ticket.mergedInto = :survivorId', { survivorId: own.subjectId })
      .andWhere("clock.kind = :kind AND clock.outcome = 'merged'", { kind: own.kind })
      .andWhere('clock.stoppedAt >= :began', { began: own.startedAt })
      .orderBy('clock.id')
      .getMany();
    return merged.map((clock) => {
      const carried = carriers.filter(({ carriesOn }) => carriesOn === clock.id).at(-1);
      return carried && clock.stoppedAt && carried.stoppedAt >= clock.stoppedAt ? carried : clock;
    });
  }

  /** Copies what was paused in a stretch of time; a pause that lasts ends with it. */
  async copyPauses(
    tx: EntityManager,
    to: ClockEntity,
    from: ClockEntity,
    stretch: { from?: Date; until: Date },
  ): Promise<void> {
    await tx.query(COPY_PAUSES, [to.id, from.id, stretch.from ?? '-infinity', stretch.until]);
  }

  /** To the survivor's own clock, from each that stood for it, what was paused meanwhile. */
  async copyAllPauses(tx: EntityManager, { own, carriers }: Reigns, now: Date): Promise<void> {
    await tx.query(
      'UPDATE clock_pause SET resumed_at = greatest(paused_at, $2) WHERE clock_id = $1 AND resumed_at IS NULL',
      [own.id, own.stoppedAt],
    );
    let from = own.stoppedAt;
    for (const carrier of carriers) {
      const until = carrier.stoppedAt < now ? carrier.stoppedAt : now;
      await this.copyPauses(tx, own, carrier, { from, until });
      from = until;
    }
  }

  async openPause(tx: EntityManager, { id }: ClockEntity, now: Date): Promise<void> {
    await tx.query(
      `INSERT INTO clock_pause (clock_id, paused_at, reason) VALUES ($1, $2, 'waiting-for-patient')
       ON CONFLICT (clock_id, paused_at) DO UPDATE SET resumed_at = NULL`,
      [id, now],
    );
  }
}

async function changesOf(tx: EntityManager, carriers: readonly ClockEntity[]): Promise<Reigns['changes']> {
  const rows = await tx.query<{ clockId: string; at: Date }[]>(CHANGES, [carriers.map(({ id }) => id)]);
  return rows.flatMap(({ at, clockId }) => {
    const clock = carriers.find(({ id }) => id === clockId);
    return clock ? [{ at, clock }] : [];
  });
}
