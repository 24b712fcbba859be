import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { onDutyAt, type PlannedShift, type Substitution } from '../duty/duty.rules.js';
import { OnDuty } from '../duty/on-duty.js';
import { nameOf, type Recipient } from './target.rules.js';

/** Somebody to tell: a member, or an account that belongs to none. */
export interface Reached {
  personId: string;
  /** By which target. */
  via: string;
}

interface PersonRow {
  personId: string;
}

const MEMBER = 'SELECT id AS "personId" FROM staff_member WHERE id = $1 AND active';
const ACCOUNT = `SELECT coalesce(member_id, id) AS "personId" FROM account WHERE id = $1 AND active`;
const ROLE = `SELECT DISTINCT coalesce(member_id, id) AS "personId" FROM account WHERE $1 = ANY(roles) AND active`;
const SHIFTS_NOW = `SELECT id, member_id AS "memberId", line, starts_at AS "startsAt", ends_at AS "endsAt"
  FROM duty_shift WHERE ends_at > $1 AND starts_at <= $1`;
const SUBSTITUTIONS_NOW = `SELECT absent_id AS "absentId", substitute_id AS "substituteId", starts_at AS "startsAt",
  ends_at AS "endsAt" FROM duty_substitute WHERE ends_at > $1 AND starts_at <= $1`;

/** Who a target means at this moment (ORG-2). */
@Injectable()
export class Recipients {
  constructor(private readonly onDuty: OnDuty) {}

  /** Each person once, in a fixed order: rows of persons are locked in it. Nobody for what is unknown or has left. */
  async find(tx: EntityManager, recipients: readonly Recipient[], at: Date): Promise<Reached[]> {
    const found = new Map<string, Reached>();
    for (const recipient of recipients) {
      for (const { personId } of await this.one(tx, recipient, at))
        if (!found.has(personId)) found.set(personId, { personId, via: nameOf(recipient) });
    }
    return [...found.values()].sort((a, b) => (a.personId < b.personId ? -1 : 1));
  }

  /** The members on duty anywhere at this moment, substitutes counted. */
  async onDutyNow(tx: EntityManager, at: Date): Promise<ReadonlySet<string>> {
    const shifts: PlannedShift[] = await tx.query(SHIFTS_NOW, [at]);
    const substitutions: Substitution[] = await tx.query(SUBSTITUTIONS_NOW, [at]);
    return new Set(onDutyAt(shifts, substitutions, () => true, at).map(({ memberId }) => memberId));
  }

  private async one(tx: EntityManager, recipient: Recipient, at: Date): Promise<PersonRow[]> {
    switch (recipient.kind) {
      case 'member':
        return tx.query(MEMBER, [recipient.memberId]);
      case 'account':
        return tx.query(ACCOUNT, [recipient.accountId]);
      case 'role':
        return tx.query(ROLE, [recipient.role]);
      case 'on-duty':
        return this.holders(tx, [recipient.departmentId], recipient.role, at);
      case 'on-duty-by-code': {
        const rows: { id: string }[] = await tx.query(
          'SELECT DISTINCT department_id AS id FROM department_local_code WHERE code = $1',
          [recipient.departmentCode],
        );
        return this.holders(
          tx,
          rows.map(({ id }) => id),
          recipient.role,
          at,
        );
      }
    }
  }

  private async holders(
    tx: EntityManager,
    departments: string[],
    role: Parameters<OnDuty['find']>[1],
    at: Date,
  ): Promise<PersonRow[]> {
    const people: PersonRow[] = [];
    for (const department of departments) {
      const answer = await this.onDuty.find(department, role, at, tx);
      people.push(...answer.people.map(({ memberId }) => ({ personId: memberId })));
    }
    return people;
  }
}
