import { newId } from '#platform';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Occasion } from '../occasion.js';
import { TicketEntity } from '../tickets/ticket.entity.js';
import { enterHistory } from './clock-history.js';
import { ClockReigns, type Reigns } from './clock-reigns.js';
import { ClockTerms } from './clock-terms.js';
import { ClockEntity } from './clock.entity.js';
import { Clocks, stopOf, unlessUnknown } from './clocks.js';
import { dueOf } from './clock.rules.js';
import type { UrgencyRank } from './clock.vocabulary.js';
import { isEarlier, pausesAsOne } from './merge.rules.js';
import { rankOf } from './ticket-clocks.rules.js';

const AGAIN = { stoppedAt: null, outcome: null, stoppedBy: null, stoppedByName: null };

/** What a merge of tickets does to their clocks: the survivor keeps the earlier deadline of each kind (ADR 72). */
@Injectable()
export class ClockMerges {
  constructor(
    private readonly clocks: Clocks,
    private readonly terms: ClockTerms,
    private readonly reigns: ClockReigns,
  ) {}

  /** Of what the survivor does not owe any more, because it is claimed or answered, nothing is taken over. */
  async merge(tx: EntityManager, mergedId: string, survivorId: string, occasion: Occasion): Promise<void> {
    const merged = await this.clocks.running(tx, mergedId);
    const own = await this.clocks.running(tx, survivorId);
    for (const clock of merged) {
      await tx.update(ClockEntity, { id: clock.id }, stopOf(clock, occasion.now, 'merged'));
      await enterHistory(tx, [{ clockId: clock.id, what: 'merged', facts: { into: survivorId } }], occasion.now);
      const counterpart = own.find(({ kind }) => kind === clock.kind);
      if (counterpart && (await this.earliest(tx, [clock], counterpart, occasion)))
        await this.carryOn(tx, clock, counterpart, occasion);
    }
  }

  /**
   * Gives each back its own: the merged ticket's clocks go on as if they had never stood, but for whom was told in their
   * place; the survivor has the earliest of its own and of those that are still merged into it, in whatever order they part.
   */
  async part(tx: EntityManager, mergedId: string, survivorId: string, occasion: Occasion): Promise<void> {
    const theirs = await tx.find(ClockEntity, { where: { subjectId: mergedId, outcome: 'merged' } });
    const carriers = await tx.find(ClockEntity, {
      where: { subjectId: survivorId, carriesOn: In(theirs.map(({ id }) => id)) },
      order: { id: 'ASC' },
    });
    for (const clock of theirs) {
      const last = carriers.filter(({ carriesOn }) => carriesOn === clock.id).at(-1);
      if (last?.stoppedAt === null) await this.giveBack(tx, last, occasion);
      const told = last?.round === clock.round ? { step: last.step, level: last.level } : {};
      await this.clocks.retime(tx, { ...clock, ...told, ...AGAIN }, occasion.now);
      await enterHistory(tx, [{ clockId: clock.id, what: 'unmerged' }], occasion.now);
    }
  }

  /**
   * The first to be due of a survivor's clock and of merged ones that might stand for it; null: its own. Of a paused
   * clock it counts when it would be due, went it on now.
   */
  private async earliest(
    tx: EntityManager,
    merged: readonly ClockEntity[],
    own: ClockEntity,
    { now }: Occasion,
  ): Promise<ClockEntity | null> {
    const known = await this.terms.read(tx, [own, ...merged]);
    const ownPauses = known.of(own).pauses;
    const due = (each: ClockEntity, since: Date) => {
      const pauses = pausesAsOne(known.of(each).pauses, since, ownPauses, now);
      return unlessUnknown(() => dueOf({ ...known.of(each), pauses }, known.place));
    };
    let [first, at]: [ClockEntity | null, Date | null] = [null, due(own, now)];
    for (const each of merged) {
      const other = due(each, each.stoppedAt ?? now);
      if (isEarlier(other, at)) [first, at] = [each, other];
    }
    return first;
  }

  /** @param source a merged ticket's clock, or the one that carried it on before; since it stopped the survivor's pauses count */
  private async carryOn(
    tx: EntityManager,
    source: ClockEntity,
    counterpart: ClockEntity,
    { now }: Occasion,
  ): Promise<void> {
    await tx.update(ClockEntity, { id: counterpart.id }, stopOf(counterpart, now, 'superseded'));
    const carrier: ClockEntity = {
      ...{ ...source, ...AGAIN, id: newId(), subjectId: counterpart.subjectId },
      carriesOn: source.carriesOn !== null && source.subjectId === counterpart.subjectId ? source.carriesOn : source.id,
      rank: Math.min(source.rank, counterpart.rank) as UrgencyRank,
      pausedAt: counterpart.pausedAt === null ? null : now,
    };
    // Undated until the pauses are copied: a clock without a date has to be paused.
    await tx.insert(ClockEntity, { ...carrier, pausedAt: carrier.pausedAt ?? now, dueAt: null, nextAt: null });
    const since = source.stoppedAt ?? now;
    await this.reigns.copyPauses(tx, carrier, source, { until: since });
    await this.reigns.copyPauses(tx, carrier, counterpart, { from: since, until: now });
    if (carrier.pausedAt !== null) await this.reigns.openPause(tx, carrier, now);
    await this.clocks.retime(tx, carrier, now);
    const facts = { from: source.subjectId, instead: counterpart.id };
    await enterHistory(tx, [{ clockId: carrier.id, what: 'carried-on', facts }], now);
  }

  /** The survivor's own clock, with what was paused and recoloured while others stood for it; or that of another merged one. */
  private async giveBack(tx: EntityManager, carrier: ClockEntity, occasion: Occasion): Promise<void> {
    const { now } = occasion;
    await tx.update(ClockEntity, { id: carrier.id }, stopOf(carrier, now, 'withdrawn'));
    const reigns = await this.reigns.of(tx, carrier);
    if (!reigns) return;
    const { colour } = await tx.findOneByOrFail(TicketEntity, { id: carrier.subjectId });
    const own = { ...withNewLimit(reigns.own, reigns), rank: rankOf(colour), pausedAt: carrier.pausedAt };
    await this.reigns.copyAllPauses(tx, reigns, now);
    if (own.pausedAt !== null) await this.reigns.openPause(tx, own, now);
    await this.clocks.retime(tx, { ...own, ...AGAIN }, now, own.round !== reigns.own.round);
    await enterHistory(tx, [{ clockId: own.id, what: 'unmerged' }], now);
    const others = (await this.reigns.stillMerged(tx, reigns)).map((each) => withNewLimit(each, reigns));
    const first = await this.earliest(tx, others, own, occasion);
    if (first) await this.carryOn(tx, first, own, occasion);
  }
}

/** A clock that stopped for another one, with the limit that its ticket was given since. */
function withNewLimit(clock: ClockEntity, { changes }: Reigns): ClockEntity {
  const change = changes.filter(({ at }) => clock.stoppedAt !== null && at >= clock.stoppedAt).at(-1);
  if (!change) return clock;
  const { hoursId, limitUnit, limitValue, limitUntil } = change.clock;
  return { ...clock, hoursId, limitUnit, limitValue, limitUntil, round: clock.round + 1 };
}
