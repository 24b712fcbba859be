import type { Role } from '#contracts';
import { Rights, type FieldFault } from '#platform';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import type { DoctorHour } from './doctor-hour.rules.js';

interface Known {
  active: boolean;
  roles: Role[];
}

/** What this service knows of the people who work here (`known_*`). */
@Injectable()
export class KnownStaff {
  constructor(private readonly rights: Rights) {}

  /** PT-10: the owner works here and has an account that may look after communities. */
  async faultOfOwner(tx: EntityManager, ownerId: string): Promise<FieldFault[]> {
    const [owner]: Known[] = await tx.query(OWNER, [ownerId]);
    if (!owner?.active) return [{ field: 'ownerId', code: 'staff-unknown' }];
    const may = this.rights.allows({ roles: owner.roles }, 'patients.communities.write');
    return may ? [] : [{ field: 'ownerId', code: 'owner-without-right' }];
  }

  /** Of a doctor and department of an hour. */
  async faultsOfHour(tx: EntityManager, { doctorId, departmentId }: DoctorHour): Promise<FieldFault[]> {
    const faults: FieldFault[] = [];
    if (doctorId === null && departmentId === null) faults.push({ field: 'doctorHour', code: 'doctor-or-department' });
    if (doctorId !== null && !(await isActive(tx, 'known_member', doctorId)))
      faults.push({ field: 'doctorHour.doctorId', code: 'staff-unknown' });
    if (departmentId !== null && !(await isActive(tx, 'known_department', departmentId)))
      faults.push({ field: 'doctorHour.departmentId', code: 'department-unknown' });
    return faults;
  }

  /** Whose account it is; null: nobody's who works here, as far as is known. */
  async memberOf(tx: EntityManager, accountId: string): Promise<string | null> {
    if (!isUUID(accountId, 'loose')) return null;
    const [account]: { member_id: string | null }[] = await tx.query(
      'SELECT member_id FROM known_account WHERE id = $1',
      [accountId],
    );
    return account?.member_id ?? null;
  }
}

const OWNER = `
  SELECT m.active, coalesce(array_agg(DISTINCT role) FILTER (WHERE role IS NOT NULL), '{}') AS roles
    FROM known_member m
    LEFT JOIN known_account a ON a.member_id = m.id AND a.active
    LEFT JOIN LATERAL unnest(a.roles) AS role ON true
   WHERE m.id = $1 GROUP BY m.active`;

async function isActive(tx: EntityManager, table: 'known_member' | 'known_department', id: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(`SELECT 1 FROM ${table} WHERE id = $1 AND active`, [id]);
  return rows.length > 0;
}
