import { dataOf, type HospitalClient } from '#client';
import { waitUntil } from '../backing-services/index.js';

/** The record of a number of the demo's HIS; what its HL7 messages tell of arrives within a moment. */
export async function patientNumbered(client: HospitalClient, mrn: string): Promise<string | undefined> {
  let id: string | undefined;
  await waitUntil(async () => (id = await knownPatient(client, mrn)) !== undefined, {
    timeoutMs: 15_000,
    everyMs: 100,
  });
  return id;
}

/** Undefined: there is none yet. */
export async function knownPatient(client: HospitalClient, mrn: string): Promise<string | undefined> {
  const page = await dataOf(client.GET('/patients', { params: { query: { mrn } } }));
  return page.items[0]?.id;
}
