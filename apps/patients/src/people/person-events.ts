import { PersonDeathRevokedV1, PersonDeceasedV1, PersonRegisteredV1, PersonUpdatedV1 } from '#contracts';
import type { Draft } from '#event-bus';
import { differences, type Demographics } from './demographics.rules.js';

interface Revised {
  patientId: string;
  isNew: boolean;
  before: Demographics;
  after: Demographics;
  gotIdentifiers: boolean;
}

/** What the other services are told about a person: first that there is one, then what changed, then life and death. */
export function personEvents({ patientId, isNew, before, after, gotIdentifiers }: Revised): Draft[] {
  if (isNew) return [{ type: PersonRegisteredV1, data: { patientId } }, ...deathEvents(patientId, before, after)];
  const fields = differences(before, after).filter((field) => field !== 'deceased');
  const changed = before.deceased === after.deceased ? fields : fields.filter((field) => field !== 'deceasedAt');
  const told = [...changed, ...(gotIdentifiers ? ['identifiers'] : [])];
  const updated = told.length === 0 ? [] : [{ type: PersonUpdatedV1, data: { patientId, changed: told } }];
  return [...updated, ...deathEvents(patientId, before, after)];
}

function deathEvents(patientId: string, before: Demographics, after: Demographics): Draft[] {
  if (before.deceased === after.deceased) return [];
  if (!after.deceased) return [{ type: PersonDeathRevokedV1, data: { patientId } }];
  const at = after.deceasedAt ? { deceasedAt: after.deceasedAt.toISOString() } : {};
  return [{ type: PersonDeceasedV1, data: { patientId, ...at } }];
}
