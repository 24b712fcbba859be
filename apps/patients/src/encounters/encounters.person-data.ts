import {
  PersonData,
  sealRows,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
  sectionOf,
} from '#platform';
import type { EntityManager } from 'typeorm';

/** Visits with diagnoses and procedures: the medical record itself. */
@PersonData()
export class EncountersPersonData implements PersonDataSource {
  readonly tables = ['encounter'];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([sectionOf(tx, 'encounters', ['就诊记录', 'Visits'], ENCOUNTERS, ids)]);
  }

  async erase(tx: EntityManager, ids: readonly string[], _at: Date, erasure: Erasure): Promise<ErasureOutcome[]> {
    return [await sealRows(tx, erasure, 'encounter', 'patient_id', ids)];
  }
}

const ENCOUNTERS = `
  SELECT began_at AS "beganAt", class, status, begun_as AS "begunAs", department_name AS department,
         department_code AS "departmentCode", ward, bed, doctor_name AS doctor, doctor_code AS "doctorCode", diagnoses,
         procedures, recorded_procedures AS "recordedProcedures", disposition, admitted_at AS "admittedAt", discharged_at AS "dischargedAt",
         visit_number AS "visitNumber", partner, discharge_number AS "dischargeNumber", moved_at AS "movedAt",
         discharge_reported_at AS "dischargeReportedAt", undone_at AS "undoneAt", described_at AS "describedAt",
         created_at AS "createdAt", updated_at AS "updatedAt", id, patient_id AS "patientId"
    FROM encounter WHERE patient_id = ANY($1::uuid[]) ORDER BY began_at DESC, id`;
