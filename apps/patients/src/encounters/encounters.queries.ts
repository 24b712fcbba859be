import { listPage, Problem, type ListQuery } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type ObjectLiteral } from 'typeorm';
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
    return this.page(`encounter.patient_id IN (SELECT id FROM (${FAMILY}) family)`, { patientId }, query);
  }

  /** @param records a living record and those merged into it */
  ofRecords(records: string[], query: ListQuery): Promise<EncounterPage> {
    return this.page('encounter.patient_id = ANY (:records)', { records }, query);
  }

  private async page(where: string, parameters: ObjectLiteral, query: ListQuery): Promise<EncounterPage> {
    const rows = this.source.createQueryBuilder(Encounter, 'encounter').where(where, parameters);
    const page = await listPage(rows, ENCOUNTERS, query);
    return { items: page.items.map(viewOf), nextCursor: page.nextCursor };
  }
}

const FAMILY = descendantsOf(survivorsOf('SELECT :patientId::uuid AS id'));

function viewOf(encounter: Encounter): EncounterView {
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
