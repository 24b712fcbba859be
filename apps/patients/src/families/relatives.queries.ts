import { CONTENT_KINDS, type ContentKind } from '#contracts';
import { Clock, listPage, Problem, type ListQuery } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordsOf } from '../people/records-of.js';
import { familiesOf, type Family, type FamilyEntry } from './family-rows.js';
import { FamilySettlement } from './family-settlement.js';
import { PersonRelative } from './person-relative.entity.js';
import type { RecipientsView } from './recipients.dto.js';
import { isBelow } from './child.rules.js';
import { recipientsOf } from './recipients.rules.js';
import { toldOf } from './recipients.js';
import { lineOf, namedByOf, recipientsView, viewOf } from './relatives.presenter.js';
import type { NamedByPage, RelativeLine, RelativePage, RelativeView } from './relatives.dto.js';
import { NAMED_BY, RELATIVES } from './relatives.list.js';

/** Reads families straight to the answer (PT-7). */
@Injectable()
export class RelativeQueries {
  constructor(
    private readonly source: DataSource,
    private readonly settlement: FamilySettlement,
    private readonly clock: Clock,
  ) {}

  /** Everybody ever named, the last one first unless sorted otherwise. @throws Problem 404 */
  async ofPatient(id: string, query: ListQuery): Promise<RelativePage> {
    const records = await recordsOf(this.source.manager, id);
    const rows = this.source
      .createQueryBuilder(PersonRelative, 'relative')
      .where('relative.person_id = ANY (:records)', { records });
    const page = await listPage(rows, RELATIVES, query);
    const [family] = await familiesOf(this.source.manager, [id]);
    const views = family ? this.viewsOf(family) : new Map<string, RelativeView>();
    return { items: page.items.flatMap((row) => views.get(row.id) ?? []), nextCursor: page.nextCursor };
  }

  /** @throws Problem 404 */
  async read(id: string, relativeId: string, tx: EntityManager = this.source.manager): Promise<RelativeView> {
    const [family] = await familiesOf(tx, [id]);
    if (!family) throw Problem.notFound('patient', id);
    const view = this.viewsOf(family).get(relativeId);
    if (!view) throw Problem.notFound('relative', relativeId);
    return view;
  }

  /** The relatives that count now, each in one line. */
  linesOf(family: Family): RelativeLine[] {
    if (family.entries.length === 0) return [];
    const now = this.clock.now();
    const gets = this.getsIn(family);
    return family.entries.filter((entry) => counts(entry, now)).map((entry) => lineOf(entry, gets(entry)));
  }

  /** In whose families somebody is named. @throws Problem 404 */
  async naming(id: string, query: ListQuery): Promise<NamedByPage> {
    const records = await recordsOf(this.source.manager, id);
    const rows = this.source
      .createQueryBuilder(PersonRelative, 'relative')
      .where('relative.relative_id = ANY (:records)', { records });
    const page = await listPage(rows, NAMED_BY, query);
    const namers = [...new Set(page.items.map(({ personId }) => personId))];
    const families = namers.length === 0 ? [] : await familiesOf(this.source.manager, namers);
    const { now, zone, childAge } = this.settlement.terms(this.clock.now());
    const found = families.flatMap((family) => {
      const gets = this.getsIn(family);
      const child = isBelow(family.person.birthDate, childAge, now, zone);
      return family.entries.map((entry) => [entry.id, namedByOf(family.person, entry, child, gets(entry))] as const);
    });
    const views = new Map(found);
    return { items: page.items.flatMap((row) => views.get(row.id) ?? []), nextCursor: page.nextCursor };
  }

  /** Who would get a message of a kind now, and who would not. @throws Problem 404 */
  async recipients(id: string, kind: ContentKind): Promise<RecipientsView> {
    const [family] = await familiesOf(this.source.manager, [id]);
    if (!family) throw Problem.notFound('patient', id);
    const { person, entries } = family;
    return recipientsView(person, kind, recipientsOf(person, entries, kind, this.settlement.terms(this.clock.now())));
  }

  private viewsOf(family: Family): Map<string, RelativeView> {
    const gets = this.getsIn(family);
    return new Map(family.entries.map((entry) => [entry.id, viewOf(entry, gets(entry))]));
  }

  private getsIn(family: Family): (entry: FamilyEntry) => ContentKind[] {
    const { relatives } = toldOf(family, this.settlement.terms(this.clock.now()));
    const byEntry = new Map(relatives.map(({ relativeId, kinds }) => [relativeId, kinds]));
    return ({ id }) => CONTENT_KINDS.filter((kind) => byEntry.get(id)?.includes(kind));
  }
}

/** It was not ended, and time has not ended it. */
export function counts({ endedAt, until }: FamilyEntry, now: Date): boolean {
  return endedAt === null && (until === null || until > now);
}
