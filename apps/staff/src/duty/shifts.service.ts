import type { Role } from '#contracts';
import { Clock, listPage, newId, Problem, requireVersion, transact, type Page } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, LessThan, MoreThan, type EntityManager } from 'typeorm';
import type { ChangeShift, PlanShift, Shift, ShiftsQuery } from './shifts.dto.js';
import { SHIFTS } from './shifts.list.js';
import { Roster } from './roster.js';
import { ShiftEntity } from './shift.entity.js';

const LONGEST_HOURS = 48;

/** Single shifts: planned, exchanged and taken off by hand. */
@Injectable()
export class ShiftsService {
  constructor(
    private readonly source: DataSource,
    private readonly roster: Roster,
    private readonly clock: Clock,
  ) {}

  async list(query: ShiftsQuery): Promise<Page<Shift>> {
    const select = this.source.manager
      .createQueryBuilder(ShiftEntity, 's')
      .where('s.ends_at > :from AND s.starts_at < :to', { from: query.from, to: query.to });
    const page = await listPage(select, SHIFTS, query);
    return { ...page, items: page.items.map(presentShift) };
  }

  /** @throws Problem 404 */
  async read(id: string): Promise<Shift> {
    const row = await this.source.manager.findOneBy(ShiftEntity, { id });
    if (!row) throw Problem.notFound('shift', id);
    return presentShift(row);
  }

  /** @throws Problem 409 shift-overlaps; 400 for an unknown person or department, or a period that is none. */
  plan(input: PlanShift): Promise<Shift> {
    return transact(this.source, async (tx) => {
      const { departmentId, role } = input;
      const row = { id: newId(), departmentId, role, ...fieldsOf(input), weeklyId: null, version: 1 };
      await this.roster.lock(tx, departmentId, role);
      await this.roster.requireInUse(tx, departmentId, [row.memberId]);
      await this.roster.put(tx, row);
      return presentShift(row);
    });
  }

  /** @throws Problem 404; 412; 409 shift-overlaps or shift-over. */
  change(id: string, version: number, input: ChangeShift): Promise<Shift> {
    return transact(this.source, async (tx) => {
      const row = await this.open(tx, id, version);
      const changed = { ...row, ...fieldsOf(input), version: row.version + 1 };
      await this.roster.requireInUse(tx, row.departmentId, [changed.memberId]);
      await this.roster.put(tx, changed, row);
      return presentShift(changed);
    });
  }

  /** @throws Problem 404; 412; 409 shift-over. */
  remove(id: string, version: number): Promise<void> {
    return transact(this.source, async (tx) => this.roster.takeOff(tx, await this.open(tx, id, version)));
  }

  /** Takes off what begins in a period and has not ended yet. Inside the roster's lock. */
  async clear(tx: EntityManager, departmentId: string, role: Role, from: Date, to: Date): Promise<void> {
    const rows = await tx
      .createQueryBuilder(ShiftEntity, 's')
      .where({ departmentId, role, startsAt: LessThan(to), endsAt: MoreThan(this.clock.now()) })
      .andWhere('s.starts_at >= :from', { from })
      .orderBy('s.startsAt')
      .getMany();
    for (const row of rows) await this.roster.takeOff(tx, row);
  }

  /** The row, locked after its roster. Who was on duty in the past is a record. */
  private async open(tx: EntityManager, id: string, version: number): Promise<ShiftEntity> {
    const found = await tx.findOneBy(ShiftEntity, { id });
    if (!found) throw Problem.notFound('shift', id);
    await this.roster.lock(tx, found.departmentId, found.role);
    const row = await tx.findOneBy(ShiftEntity, { id });
    if (!row) throw Problem.notFound('shift', id);
    requireVersion(row.version, version);
    if (row.endsAt <= this.clock.now()) throw Problem.conflict('shift-over');
    return row;
  }
}

function fieldsOf(input: ChangeShift) {
  const startsAt = new Date(input.startsAt);
  const endsAt = new Date(input.endsAt);
  const hours = (endsAt.getTime() - startsAt.getTime()) / 3_600_000;
  if (hours <= 0) throw Problem.invalid([{ field: 'endsAt', code: 'not-after-start' }]);
  if (hours > LONGEST_HOURS)
    throw Problem.invalid([{ field: 'endsAt', code: 'too-long-a-shift', params: { hours: LONGEST_HOURS } }]);
  return { memberId: input.memberId, line: input.line, startsAt, endsAt };
}

export function presentShift(row: ShiftEntity): Shift {
  return { ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() };
}
