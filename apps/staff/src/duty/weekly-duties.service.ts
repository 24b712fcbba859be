import {
  Clock,
  listPage,
  newId,
  Problem,
  requireVersion,
  stateChange,
  transact,
  type ListQuery,
  type Page,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, MoreThan, type EntityManager } from 'typeorm';
import { StaffConfig } from '../staff.config.js';
import { dayOf, daysAfter, rollOut, shiftOn } from './duty.rules.js';
import { Roster } from './roster.js';
import { ShiftEntity } from './shift.entity.js';
import type { PlanWeeklyDuty, WeeklyDuty } from './weekly-duties.dto.js';
import { WEEKLY_DUTIES } from './weekly-duties.list.js';
import { WeeklyDutyEntity } from './weekly-duty.entity.js';

/** When the roster of a new day is made, on the hospital's clock. */
const ROLL_OUT_AT = { starts: '00:30', ends: '00:30' };

/** Shifts that come again every week, kept some weeks ahead on the roster, where each can be changed by hand. */
@Injectable()
export class WeeklyDutiesService {
  constructor(
    private readonly source: DataSource,
    private readonly roster: Roster,
    private readonly clock: Clock,
    private readonly config: StaffConfig,
  ) {}

  async list(query: ListQuery): Promise<Page<WeeklyDuty>> {
    const page = await listPage(this.source.createQueryBuilder(WeeklyDutyEntity, 'w'), WEEKLY_DUTIES, query);
    return { ...page, items: page.items.map(present) };
  }

  /** @throws Problem 400 for an unknown person or department. Days planned by hand already stay as they are. */
  plan(input: PlanWeeklyDuty): Promise<WeeklyDuty> {
    return transact(this.source, (tx) => this.planIn(tx, input));
  }

  /** Plans one inside a transaction of the caller's. */
  async planIn(tx: EntityManager, input: PlanWeeklyDuty): Promise<WeeklyDuty> {
    const now = this.clock.now();
    // A night that began yesterday may still be on.
    const yesterday = daysAfter(dayOf(now, this.config.hospitalZone), -1);
    const rolledUntil = input.validFrom > yesterday ? input.validFrom : yesterday;
    const { departmentId, role, memberId, line, weekdays, starts, ends, validFrom } = input;
    const pattern = { departmentId, role, memberId, line, weekdays, starts, ends, validFrom };
    const row: WeeklyDutyEntity = {
      id: newId(),
      ...pattern,
      validUntil: input.validUntil ?? null,
      rolledUntil,
      dueAt: now,
      version: 1,
    };
    await this.roster.requireInUse(tx, departmentId, [memberId]);
    await tx.insert(WeeklyDutyEntity, row);
    stateChange('weekly-duty', row.id, null, { ...pattern, validUntil: row.validUntil });
    return present(await this.extend(tx, row, now));
  }

  /** Puts the days on the roster that have come into view. The row is locked. */
  async extend(tx: EntityManager, row: WeeklyDutyEntity, now: Date): Promise<WeeklyDutyEntity> {
    const zone = this.config.hospitalZone;
    const tomorrow = daysAfter(dayOf(now, zone), 1);
    const horizon = daysAfter(tomorrow, this.config.dutyHorizonDays);
    const { id: weeklyId, departmentId, role, memberId, line } = row;
    await this.roster.lock(tx, departmentId, role);
    for (const period of rollOut(row, row.rolledUntil, horizon, zone)) {
      if (period.endsAt <= now) continue;
      const shift = { id: newId(), departmentId, role, memberId, line, ...period, weeklyId, version: 1 };
      await this.roster.putWhereFree(tx, shift);
    }
    const rolledUntil = row.rolledUntil > horizon ? row.rolledUntil : horizon;
    const over = row.validUntil !== null && row.validUntil < rolledUntil;
    const dueAt = over ? null : shiftOn(tomorrow, ROLL_OUT_AT, zone).startsAt;
    await tx.update(WeeklyDutyEntity, { id: row.id }, { rolledUntil, dueAt });
    return { ...row, rolledUntil, dueAt };
  }

  /** Ends it: its shifts that have not begun come off the roster. @throws Problem 404; 412. */
  end(id: string, version: number): Promise<void> {
    return transact(this.source, async (tx) => {
      const row = await tx.findOne(WeeklyDutyEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!row) throw Problem.notFound('weekly-duty', id);
      requireVersion(row.version, version);
      await this.roster.lock(tx, row.departmentId, row.role);
      const shifts = await tx.findBy(ShiftEntity, { weeklyId: id, startsAt: MoreThan(this.clock.now()) });
      for (const shift of shifts) await this.roster.takeOff(tx, shift);
      await tx.delete(WeeklyDutyEntity, { id });
      const { departmentId, role, memberId, line, weekdays, starts, ends, validFrom, validUntil } = row;
      const ended = { departmentId, role, memberId, line, weekdays, starts, ends, validFrom, validUntil };
      stateChange('weekly-duty', id, ended, null);
    });
  }
}

function present({ dueAt: _dueAt, ...row }: WeeklyDutyEntity): WeeklyDuty {
  return row;
}
