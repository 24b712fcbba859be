import pg from 'pg';
import { DEMO_USERS } from '../../tools/start/demo-users.js';
import type { Stack } from '../../tools/start/launch-stack.js';
import { HospitalDoor } from '../harness/hospital-door.js';
import { progress, throughput } from '../harness/statistics.js';

/** Accounts like the demo hospital's nurse, who all know her password. */
const COPIES = `
  INSERT INTO account
  SELECT (json_populate_record(account, json_build_object('id', gen_random_uuid(), 'username', 'bench-nurse-' || n))).*
    FROM account, generate_series(1, $2) AS n WHERE username = $1`;

/** So many nurses at the gateway, each signed in for herself. */
export async function signedInNurses(stack: Stack, count: number): Promise<HospitalDoor[]> {
  const { username, password } = DEMO_USERS.nurse;
  const staff = new pg.Client({ connectionString: stack.databaseUrls['staff'] as string });
  await staff.connect();
  await staff.query(COPIES, [username, count]);
  await staff.end();
  const doors: HospitalDoor[] = [];
  await throughput(count, 4, async (index) => {
    doors.push(await HospitalDoor.open(stack, { username: `bench-nurse-${index + 1}`, password }));
  });
  progress(`${doors.length} nurses signed in`);
  return doors;
}
