import { AwardPublishedV1 } from '#contracts';
import { Outbox } from '#event-bus';
import { Clock, currentContext, Problem, requireVersion, stateChange, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AwardEntity } from './award.entity.js';
import type { Award, AwardCandidate, NewAwardProposal } from './awards.dto.js';
import { awardPeriod, EligibilityOf } from './eligibility.js';
import type { Judged } from './eligibility.rules.js';
import { losesAward, type Period } from './period.rules.js';

type Winners = Pick<AwardEntity, 'departmentIds' | 'memberIds'>;

/** Proposals of who is awarded, and what the general manager made of them (CP-8). */
@Injectable()
export class Awards {
  constructor(
    private readonly source: DataSource,
    private readonly eligibility: EligibilityOf,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400, 404 */
  async read(text: string): Promise<Award> {
    const period = awardPeriod(text);
    const { manager } = this.source;
    const award = await manager.findOneBy(AwardEntity, { period: text });
    if (!award) throw Problem.notFound('award', text);
    return this.present(manager, award, period);
  }

  /**
   * Takes the place of the proposal before, until one is approved.
   * @throws Problem 400, also for somebody who is no candidate; 409 `award-period-running`, `award-approved`,
   * `award-ineligible` with whom and why, of a quarter
   */
  propose(text: string, { departmentIds, memberIds, note }: NewAwardProposal): Promise<Award> {
    const period = awardPeriod(text);
    return transact(this.source, async (tx) => {
      if (!this.eligibility.hasEnded(period)) throw Problem.conflict('award-period-running', { until: period.until });
      const before = await lockAward(tx, text);
      if (before?.state === 'approved') throw Problem.conflict('award-approved');
      await this.requireEligible(tx, text, period, { departmentIds, memberIds });
      const award: AwardEntity = {
        ...{ period: text, state: 'proposed', departmentIds, memberIds, note: note ?? null },
        ...{ proposedAt: this.clock.now(), proposedByName: currentContext()?.actor?.name || null },
        ...{ approvedAt: null, approvedBy: null, approvedByName: null, version: (before?.version ?? 0) + 1 },
      };
      if (before) await tx.update(AwardEntity, { period: text }, award);
      else await tx.insert(AwardEntity, award);
      stateChange('award', text, before && winnersOf(before), winnersOf(award));
      return this.present(tx, award, period);
    });
  }

  /**
   * What was read, if all are still eligible, of a quarter: it is the result from now on.
   * @throws Problem 400, 404; 409 `award-approved`, `award-ineligible`; 412
   */
  approve(text: string, version: number): Promise<Award> {
    const period = awardPeriod(text);
    return transact(this.source, async (tx) => {
      const award = await lockAward(tx, text);
      if (!award) throw Problem.notFound('award', text);
      if (award.state === 'approved') throw Problem.conflict('award-approved');
      requireVersion(award.version, version);
      await this.requireEligible(tx, text, period, award);
      const [approvedAt, actor] = [this.clock.now(), currentContext()?.actor];
      const by = { approvedBy: actor?.id ?? null, approvedByName: actor?.name || null };
      const after: AwardEntity = { ...award, state: 'approved', approvedAt, ...by, version: award.version + 1 };
      await tx.update(AwardEntity, { period: text }, after);
      stateChange('award', text, { state: award.state }, { state: after.state });
      await this.outbox.append(tx, AwardPublishedV1, {
        ...{ period: text, ...winnersOf(after), approvedAt: approvedAt.toISOString() },
      });
      return this.present(tx, after, period);
    });
  }

  private async requireEligible(
    tx: EntityManager,
    text: string,
    period: Period,
    { departmentIds, memberIds }: Winners,
  ): Promise<void> {
    const departments = await this.eligibility.of(tx, period, 'department');
    const persons = await this.eligibility.of(tx, period, 'person');
    const faults = [
      ...(haveAll(departments.judged, departmentIds) ? [] : [{ field: 'departmentIds', code: 'department-unknown' }]),
      ...(haveAll(persons.judged, memberIds) ? [] : [{ field: 'memberIds', code: 'member-unknown' }]),
    ];
    if (faults.length > 0) throw Problem.invalid(faults);
    if (!losesAward(text)) return;
    const among = [...chosen(departments.judged, departmentIds), ...chosen(persons.judged, memberIds)];
    const ineligible = among.filter(({ disqualifiedBy }) => disqualifiedBy.length > 0);
    if (ineligible.length > 0) throw Problem.conflict('award-ineligible', {}, { ineligible });
  }

  private async present(tx: EntityManager, award: AwardEntity, period: Period): Promise<Award> {
    const { departmentIds, memberIds, approvedBy: _account, proposedAt, approvedAt, ...row } = award;
    const departments = await this.eligibility.of(tx, period, 'department');
    const persons = await this.eligibility.of(tx, period, 'person');
    return {
      ...row,
      departments: named(departments.judged, departmentIds),
      persons: named(persons.judged, memberIds),
      proposedAt: proposedAt.toISOString(),
      approvedAt: approvedAt?.toISOString() ?? null,
    };
  }
}

/** One after another, also the first two of a period. */
async function lockAward(tx: EntityManager, period: string): Promise<AwardEntity | null> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('complaints.award:' || $1, 0))`, [period]);
  return tx.findOneBy(AwardEntity, { period });
}

function winnersOf({ departmentIds, memberIds }: AwardEntity): Winners {
  return { departmentIds, memberIds };
}

function haveAll(judged: readonly Judged[], ids: readonly string[]): boolean {
  const known = new Set(judged.map(({ id }) => id));
  return ids.every((id) => known.has(id));
}

function chosen(judged: readonly Judged[], ids: readonly string[]): Judged[] {
  const wanted = new Set(ids);
  return judged.filter(({ id }) => wanted.has(id));
}

/** Those who have left since keep their award, without a name here. */
function named(judged: readonly Judged[], ids: readonly string[]): AwardCandidate[] {
  const byId = new Map(judged.map((each) => [each.id, each]));
  return ids.map((id) => byId.get(id) ?? { id, name: '—', disqualifiedBy: [] });
}
