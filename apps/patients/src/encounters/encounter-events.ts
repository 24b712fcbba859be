import {
  EncounterAdmittedV1,
  EncounterCancelledV1,
  EncounterDischargeCancelledV1,
  EncounterDischargedV1,
  EncounterRegisteredV1,
} from '#contracts';
import type { Draft } from '#event-bus';
import type { Encounter } from './encounter.entity.js';
import type { EncounterEffect } from './encounter.rules.js';

/** @param at when it was reported to have happened; @param deceased whether the patient is known to be dead. */
export function encounterEvent(effect: EncounterEffect, encounter: Encounter, at: Date, deceased: boolean): Draft {
  const { id: encounterId, patientId, class: kind, dischargeNumber } = encounter;
  const which = { encounterId, patientId, class: kind };
  const began = (encounter.admittedAt ?? at).toISOString();
  switch (effect) {
    case 'admitted':
      return { type: EncounterAdmittedV1, data: { ...which, ...departmentOf(encounter), admittedAt: began } };
    case 'registered':
      return { type: EncounterRegisteredV1, data: { ...which, ...departmentOf(encounter), startedAt: began } };
    case 'discharged':
      return { type: EncounterDischargedV1, data: dischargeOf(encounter, at, deceased) };
    case 'cancelled':
      return { type: EncounterCancelledV1, data: which };
    case 'discharge-cancelled':
      return { type: EncounterDischargeCancelledV1, data: { ...which, dischargeNumber } };
    default:
      return effect satisfies never;
  }
}

function dischargeOf(encounter: Encounter, at: Date, deceased: boolean): EncounterDischargedV1 {
  const { id: encounterId, patientId, dischargeNumber, diagnoses, procedures } = encounter;
  return {
    encounterId,
    patientId,
    class: encounter.class,
    dischargeNumber,
    dischargedAt: (encounter.dischargedAt ?? at).toISOString(),
    ...departmentOf(encounter),
    diagnosisCodes: codesOf(diagnoses),
    procedureCodes: codesOf(procedures),
    deceased,
  };
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
