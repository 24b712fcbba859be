import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Person } from '../people/person.entity.js';
import { KEY_PATIENT_TAG } from '../tags/key-patient-tag.js';
import { ageOn } from '../tags/tag.rules.js';

/** What a follow-up protocol is chosen by besides the visit (FU-5). */
export interface Traits {
  birthDate: string | null;
  keyPatient: boolean;
}

/** Of the record that answers for the visit's patient; its tags as they were settled last. */
export async function traitsOf(tx: EntityManager, { id, birthDate }: Person): Promise<Traits> {
  const [row]: { is: boolean }[] = await tx.query(
    'SELECT tags @> ARRAY[$2] AS is FROM person_tagging WHERE person_id = $1',
    [id, KEY_PATIENT_TAG.code],
  );
  return { birthDate, keyPatient: row?.is === true };
}

/** In full years; nothing without a birth date, or before it. */
export function ageAt(birthDate: string | null, at: Date, zone: string): { ageYears?: number } {
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const ageYears = ageOn(birthDate, day);
  return ageYears === null ? {} : { ageYears };
}
