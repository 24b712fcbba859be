import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';

/** Discharges of people nobody heard of before, as the patients service tells them: its relay publishes the rows. */
const FEED = `
  INSERT INTO outbox (id, subject, partition_key, event, occurred_at)
  SELECT id, 'patients.encounter.discharged.v1', patient_id, json_build_object(
           'specversion', '1.0', 'id', id, 'source', '/services/patients', 'type', 'patients.encounter.discharged.v1',
           'time', $2::text, 'datacontenttype', 'application/json', 'partitionkey', patient_id,
           'traceparent', '00-' || replace(id::text, '-', '') || '-b7ad6b7169203331-01',
           'data', json_build_object(
             'encounterId', gen_random_uuid(), 'patientId', patient_id, 'class', 'inpatient', 'dischargeNumber', 1,
             'dischargedAt', $2::text, 'departmentCode', '03.01', 'departmentName', '呼吸内科专业',
             'diagnosisCodes', json_build_array('J18.9'), 'procedureCodes', '[]'::json, 'deceased', false)),
         $2::timestamptz
    FROM (SELECT gen_random_uuid() AS id, gen_random_uuid() AS patient_id FROM generate_series(1, $1)) AS discharge`;

/** The two databases of the way from a discharge to its plan. */
export interface Sides {
  patients: pg.Client;
  followUp: pg.Client;
}

/** @returns plans a second, from the discharges' commit to the last plan's. */
export async function plansPerSecond({ patients, followUp }: Sides, discharges: number): Promise<number> {
  const at = await momentOf(followUp);
  const started = performance.now();
  await patients.query(FEED, [discharges, at]);
  await until(followUp, `SELECT count(*) >= $1 AS done FROM plan WHERE anchored_at = $2`, [discharges, at]);
  const took = (performance.now() - started) / 1000;
  // What is still to be published would slow down whatever is measured next.
  await until(followUp, 'SELECT NOT EXISTS (SELECT FROM outbox WHERE published_at IS NULL) AS done', []);
  return discharges / took;
}

/** To the millisecond, as events tell it. */
async function momentOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ at: Date }>(`SELECT now() AS at`);
  return (rows[0] as { at: Date }).at.toISOString();
}

async function until(client: pg.Client, question: string, values: unknown[]): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ done: boolean }>(question, values);
    if (rows[0]?.done) return;
    await delay(20);
  }
}
