import { Clock, Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { DataSource, type EntityManager } from 'typeorm';
import { ComplaintsConfig } from '../complaints.config.js';
import { TicketAccess } from '../tickets/ticket-access.js';
import type { BonusVetoes, Eligibility } from './awards.dto.js';
import { candidatesOf, confirmedIn } from './confirmed-complaints.js';
import { judge, unmatched, type ConfirmedComplaint, type Judged, type Unmatched } from './eligibility.rules.js';
import { hasEnded, periodOf, type Period } from './period.rules.js';

const MONTH = /^\d{4}-\d{2}$/;

/** Who may be given an award, and whose bonus is gone (CP-8). It is worked out when asked: overturning restores at once. */
@Injectable()
export class EligibilityOf {
  constructor(
    private readonly source: DataSource,
    private readonly access: TicketAccess,
    private readonly clock: Clock,
    private readonly config: ComplaintsConfig,
  ) {}

  /** @param text a quarter or a year @throws Problem 400 for no period */
  async read(text: string): Promise<Eligibility> {
    const period = awardPeriod(text);
    const [departments, persons] = await Promise.all([
      this.of(this.source.manager, period, 'department'),
      this.of(this.source.manager, period, 'person'),
    ]);
    return {
      ...{ period: text, ...period, ended: this.hasEnded(period) },
      ...{ departments: departments.judged, persons: persons.judged },
      unmatched: [...departments.unmatched, ...persons.unmatched],
    };
  }

  hasEnded(period: Period): boolean {
    return hasEnded(period, this.clock.now(), this.config.hospitalZone);
  }

  async of(
    tx: EntityManager,
    period: Period,
    against: ConfirmedComplaint['against'],
  ): Promise<{ judged: Judged[]; unmatched: Unmatched[] }> {
    const complaints = await confirmedIn(tx, period, against, this.access.hidden);
    const candidates = await candidatesOf(tx, against);
    return { judged: judge(candidates, complaints), unmatched: unmatched(candidates, complaints) };
  }

  /** Also of those who have left: their last month is still paid. @throws Problem 400 for no month */
  async bonusVetoes(month: string): Promise<BonusVetoes> {
    const period = MONTH.test(month) ? periodOf(month) : undefined;
    if (!period) throw Problem.invalid([{ field: 'month', code: 'not-a-month' }]);
    const complaints = await confirmedIn(this.source.manager, period, 'person', this.access.hidden);
    const names: { id: string; name: string }[] = await this.source.query(
      'SELECT id, name FROM known_member WHERE id = ANY ($1::uuid[])',
      [complaints.map(({ subject }) => subject).filter((id) => isUUID(id, 'loose'))],
    );
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    const accused = [...new Set(complaints.map(({ subject }) => subject))];
    const candidates = accused.map((id) => ({ id, name: nameOf.get(id) ?? '', subjects: [id] }));
    const items = judge(candidates, complaints).map(({ id, disqualifiedBy }) => ({
      ...{ memberId: id, name: nameOf.get(id) ?? null, because: disqualifiedBy },
    }));
    return { month, items };
  }
}

/** @throws Problem 400 for what is neither a quarter nor a year */
export function awardPeriod(text: string): Period {
  const period = MONTH.test(text) ? undefined : periodOf(text);
  if (!period) throw Problem.invalid([{ field: 'period', code: 'not-a-period' }]);
  return period;
}
