import type pg from 'pg';
import { BareRows } from '../harness/bare-rows.js';

/** What one discharge leaves in the database; in the order in which references allow it. */
const ROWS_OF = {
  inbox: `SELECT * FROM inbox WHERE event_id::text = (SELECT cause FROM plan_trail WHERE plan_id = $1 LIMIT 1)`,
  person: 'SELECT * FROM person WHERE id = (SELECT patient_id FROM plan WHERE id = $1)',
  stay: 'SELECT * FROM stay WHERE encounter_id = (SELECT encounter_id FROM plan WHERE id = $1)',
  plan: 'SELECT * FROM plan WHERE id = $1',
  task: 'SELECT * FROM task WHERE encounter_id = (SELECT encounter_id FROM plan WHERE id = $1)',
  plan_trail: 'SELECT * FROM plan_trail WHERE plan_id = $1 ORDER BY seq',
  outbox: `SELECT * FROM outbox WHERE partition_key = (SELECT patient_id::text FROM plan WHERE id = $1) ORDER BY seq`,
};

/** The rows of the newest plan that the service made. */
export async function barePlan(client: pg.Client): Promise<BareRows> {
  const newest = 'SELECT id FROM plan ORDER BY anchored_at DESC, id DESC LIMIT 1';
  const { rows } = await client.query<{ id: string }>(newest);
  return BareRows.like(client, ROWS_OF, (rows[0] as { id: string }).id);
}
