import type { Role } from '#contracts';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';

/** An account that can sign in. */
export interface KnownAccount {
  id: string;
  /** The member's; null for an account that is nobody's. */
  name: string | null;
  roles: Role[];
}

/** What this service knows of the people who work here (`known_*`). */
@Injectable()
export class KnownStaff {
  /** Null when there is none, or nobody can sign in with it any more. */
  async account(tx: EntityManager, id: string): Promise<KnownAccount | null> {
    if (!isUUID(id, 'loose')) return null;
    const [account]: KnownAccount[] = await tx.query(
      `SELECT a.id, m.name, a.roles FROM known_account a LEFT JOIN known_member m ON m.id = a.member_id
        WHERE a.id = $1 AND a.active`,
      [id],
    );
    return account ?? null;
  }

  /** Whether this member works here. */
  async hasMember(tx: EntityManager, id: string): Promise<boolean> {
    if (!isUUID(id, 'loose')) return false;
    const rows: unknown[] = await tx.query('SELECT 1 FROM known_member WHERE id = $1 AND active', [id]);
    return rows.length > 0;
  }

  /** Whether there is a department with this code of a sending system. */
  async hasDepartment(tx: EntityManager, code: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      'SELECT 1 FROM known_department WHERE active AND codes @> ARRAY[$1::text] LIMIT 1',
      [code],
    );
    return rows.length > 0;
  }
}
