import type { Role } from '#contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { StaffConfig } from '../staff.config.js';
import { onDutyAt, type PlannedShift, type Substitution } from './duty.rules.js';

/** Somebody on duty, ready to be told something. */
export interface DutyHolder {
  memberId: string;
  staffNumber: string;
  name: string;
  phone: string | null;
  /** Accounts he may log in with; none for a person without one. */
  accountIds: string[];
  /** 1 is called first. */
  line: number;
  shiftId: string;
  startsAt: Date;
  endsAt: Date;
  /** On the roster stands this person; the holder is the substitute. */
  replaces: { memberId: string; name: string } | null;
}

export interface DutyAnswer {
  /** Where somebody was found: the department asked for or one above it; null when nobody is on duty in any. */
  departmentId: string | null;
  /** In the order they are called. */
  people: DutyHolder[];
}

interface Person {
  id: string;
  staffNumber: string;
  name: string;
  phone: string | null;
  active: boolean;
  accountIds: string[];
}

const SHIFTS = `SELECT id, member_id AS "memberId", line, starts_at AS "startsAt", ends_at AS "endsAt" FROM duty_shift
  WHERE department_id = $1 AND role = $2 AND ends_at > $3 AND starts_at <= $3`;
const SUBSTITUTIONS = `SELECT absent_id AS "absentId", substitute_id AS "substituteId", starts_at AS "startsAt",
  ends_at AS "endsAt" FROM duty_substitute WHERE ends_at > $1 AND starts_at <= $1`;
const PEOPLE = `SELECT m.id, m.staff_number AS "staffNumber", m.name, m.phone, m.active,
  ARRAY(SELECT a.id::text FROM account a WHERE a.member_id = m.id AND a.active ORDER BY a.id) AS "accountIds"
  FROM staff_member m WHERE m.id = ANY($1::uuid[])`;

/** "Who is on duty for cardiology as doctor at 02:10?" (ORG-1) */
@Injectable()
export class OnDuty {
  constructor(
    private readonly source: DataSource,
    private readonly config: StaffConfig,
  ) {}

  /**
   * Who is on duty for a department and role at a moment. Where nobody is, the department above is asked, and so on
   * (`DUTY_FALLBACK_LEVELS`). An unknown department has nobody.
   */
  async find(
    departmentId: string,
    role: Role,
    at: Date,
    manager: EntityManager = this.source.manager,
  ): Promise<DutyAnswer> {
    const substitutions: Substitution[] = await manager.query(SUBSTITUTIONS, [at]);
    let asked: string | null = departmentId;
    for (let level = 0; asked !== null && level <= this.config.dutyFallbackLevels; level += 1) {
      const people = await holders(manager, asked, role, at, substitutions);
      if (people.length > 0) return { departmentId: asked, people };
      asked = await parentOf(manager, asked);
    }
    return { departmentId: null, people: [] };
  }
}

async function holders(
  manager: EntityManager,
  departmentId: string,
  role: Role,
  at: Date,
  substitutions: Substitution[],
): Promise<DutyHolder[]> {
  const shifts: PlannedShift[] = await manager.query(SHIFTS, [departmentId, role, at]);
  if (shifts.length === 0) return [];
  const ids = [...shifts.map((shift) => shift.memberId), ...substitutions.map((each) => each.substituteId)];
  const rows: Person[] = await manager.query(PEOPLE, [ids]);
  const people = new Map(rows.map((row) => [row.id, row]));
  return onDutyAt(shifts, substitutions, (id) => people.get(id)?.active === true, at).flatMap((each) => {
    const person = people.get(each.memberId);
    if (!person) return [];
    const { staffNumber, name, phone, accountIds } = person;
    const { id: shiftId, startsAt, endsAt } = each.shift;
    const replaced = each.replaces === null ? undefined : people.get(each.replaces);
    const replaces = replaced ? { memberId: replaced.id, name: replaced.name } : null;
    return [
      {
        memberId: person.id,
        staffNumber,
        name,
        phone,
        accountIds,
        line: each.line,
        shiftId,
        startsAt,
        endsAt,
        replaces,
      },
    ];
  });
}

async function parentOf(manager: EntityManager, departmentId: string): Promise<string | null> {
  const rows: { parent_id: string | null }[] = await manager.query('SELECT parent_id FROM department WHERE id = $1', [
    departmentId,
  ]);
  return rows[0]?.parent_id ?? null;
}
