import { Erasures } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ContactRecord, type ContactKind } from './contact.entity.js';

/** What other services told of people: only added to. */
@Injectable()
export class ContactsStore {
  constructor(private readonly erasures: Erasures) {}

  /**
   * Twice the same event is one contact, also when its first coming is forgotten in the inbox. The record is held as a
   * reference to it would: an erasure that has it is waited for, and then there is nobody to add it to (PT-9).
   */
  async add(tx: EntityManager, contact: ContactRecord): Promise<void> {
    await tx.query('SELECT 1 FROM person WHERE id = $1 FOR KEY SHARE', [contact.personId]);
    if ((await this.erasures.erasedAt(tx, [contact.personId])).size > 0) return;
    await tx.createQueryBuilder().insert().into(ContactRecord).values(contact).orIgnore().execute();
  }

  /** Takes back what was told of one subject: it turned out to be for few. */
  async withdraw(tx: EntityManager, personId: string, kind: ContactKind, subjectId: string): Promise<void> {
    await tx.delete(ContactRecord, { personId, kind, subjectId });
  }
}
