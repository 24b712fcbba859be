import type pg from 'pg';
import { connections } from '../harness/baseline.js';
import { dropIndexes, timed } from '../harness/bulk-load.js';
import { CopyIn } from '../harness/copy-in.js';
import { Seeded } from '../harness/seeded.js';
import { progress } from '../harness/statistics.js';
import { madePlan, type MadePlan, type Row } from './made-plans.js';

const COLUMNS = {
  person: 'id merged deceased',
  stay: 'encounter_id patient_id status last_seen_on discharge_number class left_at department_code',
  plan: `id patient_id encounter_id discharge_number protocol_code protocol_version status anchored_at anchored_on
         left_at left_on department_code department_name created_at version`,
  task: `id plan_id patient_id encounter_id kind step recurrence name_zh name_en status opens_on due_on lapses_on
         deadline_at outcome completed_at completed_by completed_by_name close_reason closed_at version`,
};
const TABLES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];

const ROWS: Record<keyof typeof COLUMNS, (made: MadePlan) => Row[]> = {
  person: ({ person }) => [person],
  stay: ({ stay }) => [stay],
  plan: ({ plan }) => [plan],
  task: ({ tasks }) => tasks,
};

/** Fills an empty database of apps/follow-up. @param adminUrl a superuser's, of that database */
export async function loadPlans(adminUrl: string, plans: number): Promise<void> {
  const all = await connections(adminUrl, TABLES.length);
  const [client] = all.clients as [pg.Client];
  try {
    const indexes = await dropIndexes(client, TABLES);
    await timed('rows', () => copyAll(all.clients, plans));
    await client.query(`SET max_parallel_maintenance_workers = 2`);
    for (const { name, definition } of indexes) await timed(`index ${name}`, () => client.query(definition));
    await timed('vacuum', () => client.query(`VACUUM (ANALYZE, FREEZE) ${TABLES.join(', ')}`));
  } finally {
    await all.end();
  }
}

/** Each table by a connection of its own: a COPY has one to itself. */
async function copyAll(clients: pg.Client[], plans: number): Promise<void> {
  // Without foreign keys: the rows come in together.
  for (const client of clients) await client.query(`SET session_replication_role = replica`);
  const copies = TABLES.map((table, nth) => {
    const copy = CopyIn.open(clients[nth] as pg.Client, table, COLUMNS[table].split(/\s+/));
    return { rowsOf: ROWS[table], copy };
  });
  const random = new Seeded(11);
  for (let index = 0; index < plans; index += 1) {
    const made = madePlan(random, index, plans);
    for (const { rowsOf, copy } of copies) for (const row of rowsOf(made)) await copy.add(row);
    if (index % 100_000 === 99_999) progress(`${index + 1} plans`);
  }
  await Promise.all(copies.map(({ copy }) => copy.end()));
}
