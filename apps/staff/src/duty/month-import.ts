import { newId, Problem, transact, type FieldFault } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { MemberEntity } from '../members/member.entity.js';
import { StaffConfig } from '../staff.config.js';
import { daysAfter, shiftOn } from './duty.rules.js';
import type { ImportMonth, ImportResult } from './month-import.dto.js';
import { Roster } from './roster.js';
import { ShiftsService } from './shifts.service.js';

const MIDNIGHT = { starts: '00:00', ends: '00:00' };

/** A month's roster as the departments plan it on paper: by staff number, date and the hospital's clock. */
@Injectable()
export class MonthImport {
  constructor(
    private readonly source: DataSource,
    private readonly roster: Roster,
    private readonly shifts: ShiftsService,
    private readonly config: StaffConfig,
  ) {}

  /** All or nothing. @throws Problem 400 naming the rows at fault; 409 shift-overlaps. */
  run(input: ImportMonth): Promise<ImportResult> {
    const { departmentId, role, month, replace } = input;
    return transact(this.source, async (tx) => {
      await this.roster.lock(tx, departmentId, role);
      const members = await knownMembers(tx, input);
      await this.roster.requireInUse(tx, departmentId, []);
      if (replace) await this.shifts.clear(tx, departmentId, role, ...this.bounds(month));
      for (const { date, line, staffNumber, ...hours } of input.shifts) {
        const period = shiftOn(date, hours, this.config.hospitalZone);
        const memberId = members.get(staffNumber) ?? '';
        const shift = { id: newId(), departmentId, role, memberId, line, ...period, weeklyId: null, version: 1 };
        await this.roster.put(tx, shift);
      }
      return { planned: input.shifts.length };
    });
  }

  private bounds(month: string): [Date, Date] {
    const zone = this.config.hospitalZone;
    const next = `${daysAfter(`${month}-01`, 31).slice(0, 7)}-01`;
    return [shiftOn(`${month}-01`, MIDNIGHT, zone).startsAt, shiftOn(next, MIDNIGHT, zone).startsAt];
  }
}

async function knownMembers(tx: EntityManager, input: ImportMonth): Promise<Map<string, string>> {
  const numbers = [...new Set(input.shifts.map((shift) => shift.staffNumber))];
  const rows = await tx.findBy(MemberEntity, { staffNumber: In(numbers), active: true });
  const members = new Map(rows.map((row) => [row.staffNumber, row.id]));
  const faults = input.shifts.flatMap(({ date, staffNumber }, index): FieldFault[] => [
    ...(date.startsWith(input.month)
      ? []
      : [{ field: `shifts.${index}.date`, code: 'not-in-month', params: { month: input.month } }]),
    ...(members.has(staffNumber) ? [] : [{ field: `shifts.${index}.staffNumber`, code: 'no-member' }]),
  ]);
  if (faults.length > 0) throw Problem.invalid(faults);
  return members;
}
