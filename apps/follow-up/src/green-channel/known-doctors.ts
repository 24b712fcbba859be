import type { Role } from '#contracts';
import { Rights } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface Doctor {
  /** The account. */
  id: string;
  name: string | null;
}

interface KnownAccount extends Doctor {
  roles: Role[];
}

const ACCOUNTS = `
  SELECT account.id, account.roles, member.name
    FROM known_account account LEFT JOIN known_member member ON member.id = account.member_id
   WHERE account.active AND (account.member_id = $1 OR account.id = $2)
   ORDER BY account.id`;

/** Doctors whom staff names by their member: here they act by the account they sign in with (FU-4). */
@Injectable()
export class KnownDoctors {
  constructor(private readonly rights: Rights) {}

  /** Undefined for who may not take on cases, or is not known here yet. @param personId a member, or an account without one */
  async find(tx: EntityManager, personId: string): Promise<Doctor | undefined> {
    const accounts: KnownAccount[] = await tx.query(ACCOUNTS, [personId, personId]);
    const doctor = accounts.find((account) => this.rights.allows(account, 'follow-up.green-channel.answer'));
    return doctor && { id: doctor.id, name: doctor.name };
  }
}
