import type { HisMedicationDispensedV1, HisMedicationOrderedV1, HisMedicationStoppedV1 } from '#contracts';
import { instantOf, notAfter } from '../reports/instant.rules.js';
import type { MedicationAction, MedicationContent } from './medication.rules.js';

export type MedicationEvent = HisMedicationOrderedV1 | HisMedicationDispensedV1 | HisMedicationStoppedV1;

/** What a hospital system told of a drug, in our terms. */
export interface ToldMedication {
  readonly orderNumber: string;
  /** Its code, else its name; null: all drugs of the order. */
  readonly drug: string | null;
  readonly action: MedicationAction;
  readonly content: MedicationContent;
}

export function toldOf(data: MedicationEvent, zone: string, now: Date): ToldMedication {
  if ('order' in data) {
    const { orderNumber, code, name } = data.order;
    return { orderNumber, drug: code ?? name ?? null, action: 'stopped', content: { stopReason: data.reason } };
  }
  const { medication, visitNumber } = data;
  const { orderNumber, startsAt, endsAt, ...described } = medication;
  const iso = (text: string | undefined) => (text === undefined ? undefined : instantOf(text, zone).toISOString());
  const content = { ...described, visitNumber, startsAt: iso(startsAt), endsAt: iso(endsAt) };
  const which = { orderNumber, drug: described.code ?? described.name ?? null };
  if (!('dispensedAt' in data)) return { ...which, action: 'ordered', content };
  const dispensedAt = notAfter(instantOf(data.dispensedAt, zone), now).toISOString();
  return { ...which, action: 'dispensed', content: { ...content, dispensedAt } };
}
