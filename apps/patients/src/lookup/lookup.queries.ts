import { Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MembershipCard } from '../cards/card.entity.js';
import { writtenPlainly } from '../people/national-id.rules.js';
import { PatientQuery } from '../people/patient.dto.js';
import { PeopleQueries } from '../people/people.queries.js';
import type { LookupAnswer, LookupQuery } from './lookup.dto.js';
import { LookupMetrics, type LookupKey } from './lookup.metrics.js';
import { PictureQueries } from './picture.queries.js';

const MOST = 20;

/** Everything an agent needs to know of who is calling, in one answer (PT-2). */
@Injectable()
export class LookupQueries {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleQueries,
    private readonly picture: PictureQueries,
    private readonly metrics: LookupMetrics,
  ) {}

  /** @throws Problem 400 */
  async find(query: LookupQuery): Promise<LookupAnswer> {
    const { phone, nationalId, mrn, cardNo } = query;
    const keys = { phone, nationalId, mrn, cardNo };
    const [key, ...others] = (Object.keys(keys) as LookupKey[]).filter((each) => keys[each] !== undefined);
    if (key === undefined || others.length > 0) throw Problem.invalid([{ field: 'phone', code: 'one-of-lookup' }]);
    const { items, hasMore } = cardNo === undefined ? await this.search(query) : await this.holderOf(cardNo);
    this.metrics.looked(key, items.length);
    const [only] = items;
    // Who somebody is was found out with the record: nothing below asks for it again.
    const picture = only && items.length === 1 ? await this.picture.of([only.id, ...only.mergedFrom]) : null;
    return { items, hasMore, picture };
  }

  private async search({ phone, nationalId, mrn, issuer }: LookupQuery) {
    if (phone !== undefined && issuer === undefined) return this.people.withPhone(phone, MOST);
    const criteria = Object.entries({ phone, nationalId, mrn, issuer }).filter(([, value]) => value !== undefined);
    const asked = Object.assign(new PatientQuery(), Object.fromEntries(criteria), { limit: MOST });
    const { items, nextCursor } = await this.people.search(asked);
    return { items, hasMore: nextCursor !== null };
  }

  private async holderOf(cardNo: string) {
    const number = writtenPlainly(cardNo);
    const card = await this.source.manager.findOneBy(MembershipCard, { number });
    return { items: card ? [await this.people.read(card.personId)] : [], hasMore: false };
  }
}
