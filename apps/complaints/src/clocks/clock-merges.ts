import { newId } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../occasion.js';
import { enterHistory } from './clock-history.js';
import { ClockTerms } from './clock-terms.js';
import { ClockEntity } from './clock.entity.js';
import type { UrgencyRank } from './clock.vocabulary.js';
import { isEarlier } from './merge.rules.js';
import { Clocks, stopOf } from './clocks.js';
import { dueOf } from './clock.rules.js';

/** What a merge of tickets does to their clocks: the survivor keeps the earlier deadline of each kind (ADR 72). */
@Injectable()
export class ClockMerges {
  constructor(
    private readonly clocks: Clocks,
    private readonly terms: ClockTerms,
  ) {}

  /** Of what the survivor does not owe any more, because it is claimed or answered, nothing is taken over. */
  async merge(tx: EntityManager, mergedId: string, survivorId: string, occasion: Occasion): Promise<void> {
    const merged = await this.clocks.running(tx, mergedId);
    const own = await this.clocks.running(tx, survivorId);
    for (const clock of merged) {
      await tx.update(ClockEntity, { id: clock.id }, stopOf(clock, occasion.now, 'merged'));
      await enterHistory(tx, [{ clockId: clock.id, what: 'merged', facts: { into: survivorId } }], occasion.now);
      const counterpart = own.find(({ kind }) => kind === clock.kind);
      if (counterpart && (await this.isEarlier(tx, clock, counterpart, occasion)))
        await this.carryOn(tx, clock, counterpart, occasion);
    }
  }

  /** Gives each back its own: the merged ticket's clocks go on as if they had never stood, the survivor's too. */
  async part(tx: EntityManager, mergedId: string, survivorId: string, occasion: Occasion): Promise<void> {
    const theirs = await tx.find(ClockEntity, { where: { subjectId: mergedId, outcome: 'merged' } });
    const carriers = (await this.clocks.running(tx, survivorId)).filter(({ carriesOn }) =>
      theirs.some(({ id }) => id === carriesOn),
    );
    for (const clock of theirs) {
      const carrier = carriers.find(({ carriesOn }) => carriesOn === clock.id);
      if (carrier) await this.giveBack(tx, carrier, carrier.round > clock.round, occasion);
      const told = carrier?.round === clock.round ? { step: carrier.step, level: carrier.level } : {};
      await this.revive(tx, { ...clock, ...told }, occasion);
    }
  }

  private async isEarlier(
    tx: EntityManager,
    clock: ClockEntity,
    counterpart: ClockEntity,
    { now }: Occasion,
  ): Promise<boolean> {
    const known = await this.terms.read(tx, [clock, counterpart]);
    // Of a paused clock: when it would be due, went it on now.
    const due = (each: ClockEntity) => {
      const terms = known.of(each);
      const pauses = terms.pauses.map(({ from, until }) => ({ from, until: Math.min(until, now.getTime()) }));
      return each.undatedYear === null ? dueOf({ ...terms, pauses }, known.place) : null;
    };
    return isEarlier(due(clock), due(counterpart));
  }

  private async carryOn(
    tx: EntityManager,
    clock: ClockEntity,
    counterpart: ClockEntity,
    { now }: Occasion,
  ): Promise<void> {
    await tx.update(ClockEntity, { id: counterpart.id }, stopOf(counterpart, now, 'superseded'));
    const carrier: ClockEntity = {
      ...clock,
      ...{ id: newId(), subjectId: counterpart.subjectId, carriesOn: clock.id },
      rank: Math.min(clock.rank, counterpart.rank) as UrgencyRank,
      pausedAt: counterpart.pausedAt === null ? null : now,
    };
    // Undated until the pauses are copied: a clock without a date has to be paused.
    await tx.insert(ClockEntity, { ...carrier, pausedAt: carrier.pausedAt ?? now, dueAt: null, nextAt: null });
    await tx.query(
      `INSERT INTO clock_pause (clock_id, paused_at, resumed_at, reason)
       SELECT $1, paused_at, coalesce(resumed_at, $3), reason FROM clock_pause WHERE clock_id = $2`,
      [carrier.id, clock.id, now],
    );
    if (carrier.pausedAt !== null)
      await tx.query(
        `INSERT INTO clock_pause (clock_id, paused_at, reason) VALUES ($1, $2, 'waiting-for-patient')
         ON CONFLICT (clock_id, paused_at) DO UPDATE SET resumed_at = NULL`,
        [carrier.id, now],
      );
    await this.clocks.retime(tx, carrier, now);
    const facts = { from: clock.subjectId, instead: counterpart.id };
    await enterHistory(tx, [{ clockId: carrier.id, what: 'carried-on', facts }], now);
  }

  /** The survivor's own clock, with what was paused and recoloured while another one stood for it. */
  private async giveBack(
    tx: EntityManager,
    carrier: ClockEntity,
    isChanged: boolean,
    occasion: Occasion,
  ): Promise<void> {
    const { subjectId, kind } = carrier;
    await tx.update(ClockEntity, { id: carrier.id }, stopOf(carrier, occasion.now, 'withdrawn'));
    const [own] = await tx.find(ClockEntity, {
      where: { subjectId, kind, outcome: 'superseded' },
      order: { stoppedAt: 'DESC', id: 'DESC' },
      take: 1,
    });
    if (!own?.stoppedAt) return;
    await tx.query(
      `INSERT INTO clock_pause (clock_id, paused_at, resumed_at, reason)
       SELECT $1, paused_at, resumed_at, reason FROM clock_pause WHERE clock_id = $2 AND paused_at >= $3
       ON CONFLICT DO NOTHING`,
      [own.id, carrier.id, own.stoppedAt],
    );
    const { hoursId, rank, limitUnit, limitValue, limitUntil, pausedAt, round } = carrier;
    const changed = isChanged ? { hoursId, rank, limitUnit, limitValue, limitUntil, round } : {};
    await this.revive(tx, { ...own, ...changed, pausedAt }, occasion);
  }

  private async revive(tx: EntityManager, clock: ClockEntity, { now }: Occasion): Promise<void> {
    const again = { ...clock, stoppedAt: null, outcome: null, stoppedBy: null, stoppedByName: null };
    await this.clocks.retime(tx, again, now);
    await enterHistory(tx, [{ clockId: clock.id, what: 'unmerged' }], now);
  }
}
