import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ContactRecord } from './contact.entity.js';

/** What other services told of people: only added to. */
@Injectable()
export class ContactsStore {
  /** Twice the same event is one contact, also when its first coming is forgotten in the inbox. */
  async add(tx: EntityManager, contact: ContactRecord): Promise<void> {
    await tx.createQueryBuilder().insert().into(ContactRecord).values(contact).orIgnore().execute();
  }
}
