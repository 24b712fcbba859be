import { listPage, Problem, type ListQuery } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { descendantsOf, survivorsOf } from '../people/families.js';
import { PeopleQueries } from '../people/people.queries.js';
import { Encounter } from './encounter.entity.js';
import type { EncounterPage, EncounterView } from './encounters.dto.js';
import { ENCOUNTERS } from './encounters.list.js';

/** Reads visits straight to the answer. */
@Injectable()
export class EncounterQueries {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleQueries,
  ) {}

  /** @throws Problem 404 */
  async read(id: string): Promise<EncounterView> {
    const encounter = await this.source.manager.findOneBy(Encounter, { id });
    if (!encounter) throw Problem.notFound('encounter', id);
    return viewOf(encounter);
  }

  /** Those of the person, merged records included, the latest first unless sorted otherwise (PT-2). @throws Problem 404 */
  async ofPatient(patientId: string, query: ListQuery): Promise<EncounterPage> {
    await this.people.require(patientId);
    const rows = this.source
      .createQueryBuilder(Encounter, 'encounter')
      .where(`encounter.patient_id IN (SELECT id FROM (${FAMILY}) family)`, { patientId });
    const page = await listPage(rows, ENCOUNTERS, query);
    return { items: page.items.map(viewOf), nextCursor: page.nextCursor };
  }
}

/** What is shown of a visit. */
export type ShownEncounter = Omit<
  Encounter,
  'version' | 'begunAs' | 'movedAt' | 'dischargeReportedAt' | 'undoneAt' | 'describedAt' | 'beganAt' | 'createdAt'
>;

const FAMILY = descendantsOf(survivorsOf('SELECT :patientId::uuid AS id'));

export function viewOf(encounter: ShownEncounter): EncounterView {
  const { id, patientId, partner, visitNumber, status, departmentCode, departmentName, ward, bed } = encounter;
  const { doctorCode, doctorName, disposition, diagnoses, procedures, dischargeNumber } = encounter;
  const moments = {
    admittedAt: encounter.admittedAt?.toISOString() ?? null,
    dischargedAt: encounter.dischargedAt?.toISOString() ?? null,
    updatedAt: encounter.updatedAt.toISOString(),
  };
  return {
    ...{
      id,
      patientId,
      partner,
      visitNumber,
      class: encounter.class,
      status,
      departmentCode,
      departmentName,
      ward,
      bed,
    },
    ...{ doctorCode, doctorName, disposition, diagnoses, procedures, dischargeNumber },
    ...moments,
  };
}
