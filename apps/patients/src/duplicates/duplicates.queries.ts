import { listPage } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { PatientsConfig } from '../patients.config.js';
import { survivorsOf } from '../people/families.js';
import type { NewPatient } from '../people/people.dto.js';
import { PeopleQueries } from '../people/people.queries.js';
import { People } from '../people/people.service.js';
import { DuplicateChecks } from './duplicate-checks.service.js';
import { DuplicatePair } from './duplicate-pair.entity.js';
import { POINTS, type Resemblance } from './duplicate.rules.js';
import { REASON_TEXTS } from './duplicate-reasons.js';
import type {
  Duplicate,
  DuplicatePage,
  DuplicateQuery,
  Likeness,
  LikelyPatients,
  PatientDuplicates,
  SkippedKey,
} from './duplicates.dto.js';
import { DUPLICATES } from './duplicates.list.js';
import type { SharedKey } from './shared-keys.js';

const LIKELY_SHOWN = 20;

/** Reads probable duplicates with both their records. */
@Injectable()
export class DuplicateQueries {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleQueries,
    private readonly registration: People,
    private readonly checks: DuplicateChecks,
    private readonly config: PatientsConfig,
  ) {}

  list(query: DuplicateQuery): Promise<DuplicatePage> {
    return this.page(this.source.createQueryBuilder(DuplicatePair, 'pair'), query);
  }

  /** Those of the living record that answers for an id. @throws Problem 404 */
  async ofPatient(id: string, query: DuplicateQuery): Promise<PatientDuplicates> {
    await this.people.require(id);
    const [living]: { id: string }[] = await this.source.query(survivorsOf('SELECT $1::uuid AS id'), [id]);
    const ofLiving = this.source
      .createQueryBuilder(DuplicatePair, 'pair')
      .where('(pair.one_id = :living OR pair.other_id = :living)', { living: living?.id });
    const crowded = await this.checks.crowdedKeys(this.source.manager, living?.id ?? id);
    return { ...(await this.page(ofLiving, query)), skipped: this.skippedOf(crowded) };
  }

  /** Who a new record would probably be a second one of. @throws Problem 400 */
  async likely(body: NewPatient): Promise<LikelyPatients> {
    const { likely, skipped } = await this.checks.likely(this.source.manager, this.registration.describe(body));
    const first = likely.slice(0, LIKELY_SHOWN);
    const people = await this.people.many(first.map(({ personId }) => personId));
    return {
      items: first.flatMap(({ personId, ...resemblance }) => {
        const patient = people.get(personId);
        return patient ? [{ ...presentLikeness(resemblance), patient }] : [];
      }),
      skipped: this.skippedOf(skipped),
    };
  }

  async present(pairs: DuplicatePair[]): Promise<Duplicate[]> {
    const people = await this.people.many(pairs.flatMap(({ oneId, otherId }) => [oneId, otherId]));
    return pairs.map(({ oneId, otherId, foundAt, decidedAt, score, reasons, ...pair }) => ({
      ...pair,
      ...presentLikeness({ score, reasons }),
      patients: [oneId, otherId].flatMap((id) => people.get(id) ?? []),
      foundAt: foundAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
    }));
  }

  private skippedOf(keys: SharedKey[]): SkippedKey[] {
    return keys.map(({ kind }) => ({ kind, moreThan: this.config.duplicateKeyMost }));
  }

  private async page(pairs: SelectQueryBuilder<DuplicatePair>, query: DuplicateQuery): Promise<DuplicatePage> {
    // Written out and not bound, so that the planner sees that the index of open pairs serves.
    pairs.andWhere(
      query.state === undefined || query.state === 'open' ? `pair.state = 'open'` : 'pair.state = :state',
      {
        state: query.state,
      },
    );
    const { items, nextCursor } = await listPage(pairs, DUPLICATES, query);
    return { items: await this.present(items), nextCursor };
  }
}

function presentLikeness({ score, reasons }: Resemblance): Likeness {
  return { score, reasons: reasons.map((code) => ({ code, points: POINTS[code], meaning: REASON_TEXTS[code] })) };
}
