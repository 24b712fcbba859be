import { DutySavedV1, type Role } from '#contracts';
import { Outbox } from '#event-bus';
import { lockKey, Problem, stateChange, type FieldFault } from '#platform';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { DepartmentEntity } from '../departments/department.entity.js';
import { MemberEntity } from '../members/member.entity.js';
import { ShiftEntity } from './shift.entity.js';

/** Puts shifts on the roster and takes them off, in a transaction of the caller's. */
@Injectable()
export class Roster {
  constructor(private readonly outbox: Outbox) {}

  /** One change of a department's and role's roster at a time. */
  async lock(tx: EntityManager, departmentId: string, role: Role): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [lockKey(`duty ${departmentId} ${role}`)]);
  }

  /** @throws Problem 400 when the department or the person is unknown or no longer in use. */
  async requireInUse(tx: EntityManager, departmentId: string, memberIds: string[], field = 'memberId'): Promise<void> {
    const faults: FieldFault[] = [];
    const lock = { mode: 'pessimistic_read' as const };
    if (!(await tx.findOne(DepartmentEntity, { where: { id: departmentId, active: true }, lock })))
      faults.push({ field: 'departmentId', code: 'no-department-in-use' });
    const wanted = [...new Set(memberIds)].sort();
    const found = await tx.countBy(MemberEntity, { id: In(wanted), active: true });
    if (found < wanted.length) faults.push({ field, code: 'no-member' });
    if (faults.length > 0) throw Problem.invalid(faults);
  }

  /** A shift of the same line at the same time, or of the same person on another line. Call inside `lock`. */
  async overlapping(tx: EntityManager, shift: ShiftEntity): Promise<string | undefined> {
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM duty_shift
        WHERE department_id = $1 AND role = $2 AND ends_at > $3 AND starts_at < $4 AND id <> $5
          AND (line = $6 OR member_id = $7)
        ORDER BY starts_at LIMIT 1`,
      [shift.departmentId, shift.role, shift.startsAt, shift.endsAt, shift.id, shift.line, shift.memberId],
    );
    return rows[0]?.id;
  }

  /** @param before as it was, when it is changed. @throws Problem 409 when it overlaps another. */
  async put(tx: EntityManager, shift: ShiftEntity, before?: ShiftEntity): Promise<void> {
    const other = await this.overlapping(tx, shift);
    if (other !== undefined) throw Problem.conflict('shift-overlaps', {}, { shiftId: other });
    await this.write(tx, shift);
    stateChange('shift', shift.id, before ? plannedIn(before) : null, plannedIn(shift));
  }

  /** Puts it on the roster unless what was planned by hand stands in the way. */
  async putWhereFree(tx: EntityManager, shift: ShiftEntity): Promise<void> {
    if ((await this.overlapping(tx, shift)) === undefined) await this.write(tx, shift);
  }

  async takeOff(tx: EntityManager, shift: ShiftEntity): Promise<void> {
    await tx.delete(ShiftEntity, { id: shift.id });
    stateChange('shift', shift.id, plannedIn(shift), null);
    await this.outbox.append(tx, DutySavedV1, factsOf({ ...shift, version: shift.version + 1 }, true));
  }

  private async write(tx: EntityManager, shift: ShiftEntity): Promise<void> {
    await tx.upsert(ShiftEntity, shift, ['id']);
    await this.outbox.append(tx, DutySavedV1, factsOf(shift, false));
  }
}

/** What the audit keeps of it. */
function plannedIn({ departmentId, role, memberId, line, startsAt, endsAt }: ShiftEntity) {
  return { departmentId, role, memberId, line, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

function factsOf(shift: ShiftEntity, cancelled: boolean): DutySavedV1 {
  const { id: shiftId, departmentId, role, memberId, line, version } = shift;
  const period = { startsAt: shift.startsAt.toISOString(), endsAt: shift.endsAt.toISOString() };
  return { shiftId, departmentId, role, memberId, line, ...period, cancelled, version };
}
