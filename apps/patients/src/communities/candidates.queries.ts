import { Clock, currentContext, listPage, Problem, transact, type ListQuery } from '#platform';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { DataSource, type EntityManager } from 'typeorm';
import { PatientsConfig } from '../patients.config.js';
import { survivorsOf } from '../people/families.js';
import type { PatientPage } from '../people/patient.dto.js';
import { FEW_PATIENTS } from '../people/people.list.js';
import { PeopleQueries } from '../people/people.queries.js';
import { Person } from '../people/person.entity.js';
import { Segment } from '../segments/segment.entity.js';
import type { SegmentFilter } from '../segments/segment-filter.js';
import { SegmentReadings, tellsPersonal } from '../segments/segment-readings.js';
import { segmentSql } from '../segments/segment-sql.rules.js';
import { CommunityAccess } from './community-access.js';
import { sameDisease } from './community-audience.js';
import type { Community } from './community.entity.js';
import { NEEDED_PURPOSES } from './community.rules.js';

/** Who might be asked into a community: people it is for who are in none of the disease (PT-10). */
@Injectable()
export class CandidateQueries {
  constructor(
    private readonly source: DataSource,
    private readonly access: CommunityAccess,
    private readonly segments: SegmentReadings,
    private readonly people: PeopleQueries,
    private readonly clock: Clock,
    private readonly config: PatientsConfig,
  ) {}

  /** @throws Problem 400, 403 when the segment would tell what the caller sees masked, 404 */
  async page(communityId: string, query: ListQuery): Promise<PatientPage> {
    const community = await this.access.find(this.source.manager, communityId);
    const audience = await this.audienceOf(community);
    if (!audience) return { items: [], nextCursor: null };
    if (tellsPersonal(audience) && !currentContext()?.seesPersonal) {
      throw new Problem(403, 'right-required', { right: 'personal.unmasked' }, { right: 'personal.unmasked' });
    }
    return transact(this.source, async (tx) => {
      // As for segments: sets of that size have to be hashed in memory.
      await tx.query(`SET LOCAL work_mem = '128MB'`);
      const { items, nextCursor } = await listPage(this.select(tx, communityId, audience), FEW_PATIENTS, query);
      return { items: await this.people.withFamilies(items, tx), nextCursor };
    });
  }

  private select(tx: EntityManager, communityId: string, audience: SegmentFilter) {
    const now = Temporal.Instant.from(this.clock.now().toISOString()).toZonedDateTimeISO(this.config.hospitalZone);
    const people = tx.createQueryBuilder(Person, 'person').where(MAY_BE_ASKED, { needed: NEEDED_PURPOSES });
    let bound = 0;
    const bind = (value: unknown) => {
      const name = `audience${bound++}`;
      people.setParameter(name, value);
      return `:${name}`;
    };
    return people
      .andWhere(segmentSql(audience, now, bind))
      .andWhere(`person.id NOT IN (${IN_ONE_ALREADY})`, { communityId });
  }

  /** Whom it is for, as a segment; null when its segment was deleted and nothing else is said. */
  private async audienceOf({ tags, icd10, segmentId }: Community): Promise<SegmentFilter | null> {
    const segment = segmentId ? await this.source.manager.findOneBy(Segment, { id: segmentId }) : null;
    const parts: SegmentFilter[] = [
      ...tags.map((tag) => ({ kind: 'fact' as const, fact: 'tag' as const, op: 'has' as const, values: [tag] })),
      ...icd10.map((diagnosis) => ({ kind: 'visits' as const, visits: { diagnosis, atLeast: 1, atMost: null } })),
      ...(segment ? [this.segments.check(segment.filter)] : []),
    ];
    return parts.length === 0 ? null : { kind: 'or', parts };
  }
}

/** PT-9, PT-11: not the dead, not who wants no contact; who is cured is not asked, and may come by himself. */
const MAY_BE_ASKED = `person.merged_into IS NULL AND NOT person.deceased AND NOT person.states && '{do-not-contact,cured}'
  AND person.allowed_purposes @> :needed`;

const IN_ONE_ALREADY = survivorsOf(`
  SELECT person_id AS id FROM community_member
   WHERE left_at IS NULL AND community_id IN (${sameDisease(':communityId')})`);
