import {
  EncounterAdmittedV1,
  EncounterCancelledV1,
  EncounterDischargeCancelledV1,
  EncounterDischargedV1,
  EncounterProcedureRecordedV1,
  EncounterProcedureWithdrawnV1,
  EncounterRegisteredV1,
} from '#contracts';
import type { Draft } from '#event-bus';
import type { Encounter } from './encounter.entity.js';
import type { EncounterEffect } from './encounter.rules.js';
import type { RecordedProcedure } from './procedures.rules.js';
import { ageAt, type Traits } from './traits.js';

export interface EncounterNews {
  encounter: Encounter;
  /** `at`: when it was reported to have happened; `deceased`: whether the patient is known to be dead. */
  known: Traits & { deceased: boolean; at: Date };
  /** When the visit began that turns into a stay. */
  visitedSince: Date | null;
  /** The hospital's. */
  zone: string;
}

export function encounterEvent(effect: EncounterEffect, news: EncounterNews): Draft {
  const { encounter, known } = news;
  const { id: encounterId, patientId, class: kind, dischargeNumber } = encounter;
  const which = { encounterId, patientId, class: kind };
  const began = encounter.admittedAt ?? known.at;
  const admittedAt = began.toISOString();
  switch (effect) {
    case 'admitted':
      return {
        type: EncounterAdmittedV1,
        data: { ...which, ...departmentOf(encounter), admittedAt, ...sinceOf(news) },
      };
    case 'registered': {
      const chosenBy = { diagnosisCodes: codesOf(encounter.diagnoses), ...traitsAt(news, began) };
      const data = { ...which, ...departmentOf(encounter), startedAt: admittedAt, ...chosenBy };
      return { type: EncounterRegisteredV1, data };
    }
    case 'discharged':
      return { type: EncounterDischargedV1, data: dischargeOf(news) };
    case 'cancelled':
      return { type: EncounterCancelledV1, data: which };
    case 'discharge-cancelled':
      return { type: EncounterDischargeCancelledV1, data: { ...which, dischargeNumber } };
    default:
      return effect satisfies never;
  }
}

function sinceOf({ visitedSince }: EncounterNews): Pick<EncounterAdmittedV1, 'startedAt'> {
  return visitedSince ? { startedAt: visitedSince.toISOString() } : {};
}

export function procedureEvent(news: EncounterNews, procedure: RecordedProcedure, procedureId: string): Draft {
  const { id: encounterId, patientId, class: kind, diagnoses } = news.encounter;
  const { code, name, performedAt, dayOnly, revision } = procedure;
  const data: EncounterProcedureRecordedV1 = {
    procedureId,
    revision,
    encounterId,
    patientId,
    class: kind,
    procedureCode: code,
    ...(name ? { procedureName: name } : {}),
    performedAt,
    ...(dayOnly ? { dayOnly } : {}),
    ...departmentOf(news.encounter),
    diagnosisCodes: codesOf(diagnoses),
    ...traitsAt(news, new Date(performedAt)),
  };
  return { type: EncounterProcedureRecordedV1, data };
}

/** @param replacedBy id of what is told with the right code */
export function withdrawalEvent(
  { id: encounterId, patientId, class: kind }: Encounter,
  { code, performedAt, revision }: RecordedProcedure,
  procedureId: string,
  replacedBy: string,
): Draft {
  const which = { procedureId, revision, encounterId, patientId, class: kind };
  return { type: EncounterProcedureWithdrawnV1, data: { ...which, procedureCode: code, performedAt, replacedBy } };
}

function dischargeOf(news: EncounterNews): EncounterDischargedV1 {
  const { encounter, known } = news;
  const { id: encounterId, patientId, dischargeNumber, diagnoses, procedures } = encounter;
  const dischargedAt = encounter.dischargedAt ?? known.at;
  return {
    encounterId,
    patientId,
    class: encounter.class,
    dischargeNumber,
    dischargedAt: dischargedAt.toISOString(),
    ...departmentOf(encounter),
    diagnosisCodes: codesOf(diagnoses),
    procedureCodes: codesOf(procedures),
    deceased: known.deceased,
    ...traitsAt(news, dischargedAt),
  };
}

function traitsAt({ known, zone }: EncounterNews, day: Date): { ageYears?: number; keyPatient: boolean } {
  return { ...ageAt(known.birthDate, day, zone), keyPatient: known.keyPatient };
}

function departmentOf({ departmentCode, departmentName }: Encounter): {
  departmentCode?: string;
  departmentName?: string;
} {
  return { ...(departmentCode ? { departmentCode } : {}), ...(departmentName ? { departmentName } : {}) };
}

function codesOf(coded: { code?: string }[]): string[] {
  return [...new Set(coded.map(({ code }) => code).filter((code) => code !== undefined && code !== ''))] as string[];
}
