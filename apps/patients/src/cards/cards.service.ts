import { Clock, isUniqueViolation, newId, Problem, requireVersion, stateChange, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { writtenPlainly } from '../people/national-id.rules.js';
import { PeopleStore } from '../people/people.store.js';
import { recordsOf } from '../people/records-of.js';
import { MembershipCard } from './card.entity.js';
import { endsBeforeItBegins } from './card.rules.js';
import type { CardChange, NewCard } from './cards.dto.js';

/** Issues and changes membership cards (PT-1). */
@Injectable()
export class Cards {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400, 404; 409 when another card has the number, with whose it is */
  async issue(id: string, body: NewCard): Promise<MembershipCard> {
    const number = writtenPlainly(body.number);
    try {
      return await transact(this.source, async (tx) => {
        const person = (await this.people.lock(tx, { identifiers: [] }, [id])).live(id);
        if (!person) throw Problem.notFound('patient', id);
        const now = this.clock.now();
        const said = { ...termsOf({ ...body, validUntil: body.validUntil ?? null }), number };
        const row = { ...said, id: newId(), personId: person.id, version: 1, createdAt: now, updatedAt: now };
        await tx.insert(MembershipCard, row);
        stateChange('membership-card', row.id, null, said);
        return row;
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const card = await this.source.manager.findOneBy(MembershipCard, { number });
      throw Problem.conflict('card-exists', {}, { patientId: card?.personId });
    }
  }

  /** @throws Problem 400, 404, 412 */
  change(id: string, cardId: string, body: CardChange, expectedVersion: number): Promise<MembershipCard> {
    return transact(this.source, async (tx) => {
      const records = await recordsOf(tx, id);
      const lock = { mode: 'for_no_key_update' } as const;
      const card = await tx.findOne(MembershipCard, { where: { id: cardId }, lock });
      if (!card || !records.includes(card.personId)) throw Problem.notFound('membership-card', cardId);
      requireVersion(card.version, expectedVersion);
      const [before, after] = [termsOf(card), termsOf({ ...card, ...given(body) })];
      const values = { ...after, version: card.version + 1, updatedAt: this.clock.now() };
      await tx.update(MembershipCard, { id: cardId }, values);
      stateChange('membership-card', cardId, before, after);
      return { ...card, ...values };
    });
  }
}

type Terms = Pick<MembershipCard, 'level' | 'validFrom' | 'validUntil' | 'benefits'>;

/** @throws Problem 400 */
function termsOf({ level, validFrom, validUntil, benefits }: Terms): Terms {
  const terms = { level, validFrom, validUntil, benefits };
  if (endsBeforeItBegins(terms)) throw Problem.invalid([{ field: 'validUntil', code: 'before-it-begins' }]);
  return terms;
}

function given(body: CardChange): Partial<Terms> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
