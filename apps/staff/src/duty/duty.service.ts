import { Clock, Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { StaffConfig } from '../staff.config.js';
import { daysAfter, gapsIn, shiftOn, type PlannedShift, type Substitution } from './duty.rules.js';
import { OnDuty } from './on-duty.js';
import type { DutyGap, GapsQuery, OnDutyAnswer, OnDutyQuery } from './shifts.dto.js';

const MIDNIGHT = { starts: '00:00', ends: '00:00' };

/** Answers questions about the roster. */
@Injectable()
export class DutyService {
  constructor(
    private readonly source: DataSource,
    private readonly onDuty: OnDuty,
    private readonly clock: Clock,
    private readonly config: StaffConfig,
  ) {}

  /** @throws Problem 404 for an unknown department. */
  async at(query: OnDutyQuery): Promise<OnDutyAnswer> {
    await this.requireDepartment(query.department);
    const at = query.at === undefined ? this.clock.now() : new Date(query.at);
    const { departmentId, people } = await this.onDuty.find(query.department, query.role, at);
    return {
      at: at.toISOString(),
      departmentId,
      people: people.map((person) => ({
        ...person,
        startsAt: person.startsAt.toISOString(),
        endsAt: person.endsAt.toISOString(),
      })),
    };
  }

  /** Stretches of whole days without anybody in this very department. @throws Problem 404 */
  async gaps(query: GapsQuery): Promise<DutyGap[]> {
    await this.requireDepartment(query.department);
    const zone = this.config.hospitalZone;
    const { startsAt } = shiftOn(query.from, MIDNIGHT, zone);
    const { startsAt: endsAt } = shiftOn(daysAfter(query.from, query.days), MIDNIGHT, zone);
    const shifts: PlannedShift[] = await this.source.query(
      `SELECT id, member_id AS "memberId", line, starts_at AS "startsAt", ends_at AS "endsAt" FROM duty_shift
        WHERE department_id = $1 AND role = $2 AND ends_at > $3 AND starts_at < $4`,
      [query.department, query.role, startsAt, endsAt],
    );
    const substitutions: Substitution[] = await this.source.query(
      `SELECT absent_id AS "absentId", substitute_id AS "substituteId", starts_at AS "startsAt", ends_at AS "endsAt"
         FROM duty_substitute WHERE ends_at > $1 AND starts_at < $2`,
      [startsAt, endsAt],
    );
    const here: { id: string }[] = await this.source.query('SELECT id FROM staff_member WHERE active');
    const ids = new Set(here.map((row) => row.id));
    return gapsIn({ startsAt, endsAt }, shifts, substitutions, (id) => ids.has(id)).map((gap) => ({
      startsAt: gap.startsAt.toISOString(),
      endsAt: gap.endsAt.toISOString(),
    }));
  }

  private async requireDepartment(id: string): Promise<void> {
    const [known] = await this.source.query<unknown[]>('SELECT 1 FROM department WHERE id = $1', [id]);
    if (known === undefined) throw Problem.notFound('department', id);
  }
}
