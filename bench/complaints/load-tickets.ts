import pg from 'pg';
import { timed } from '../harness/bulk-load.js';

const SHARE = 50_000;

const TICKETS = `
  INSERT INTO ticket (id, number, kind, colour, settlement, channel, subject, text, department_code, state, holder_id,
                      received_at, opened_at, version)
  SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'B-' || lpad(n::text, 8, '0'), 'complaint',
         (ARRAY['red', 'yellow', 'blue'])[1 + n % 3], 'investigation', 'phone', '等候时间过长', '门诊等候两个小时无人解释。',
         'K' || n % 40, 'claimed', '00000000-0000-7000-9000-' || lpad((n % 200)::text, 12, '0'),
         '2026-03-02 08:00+08', '2026-03-02 08:00+08', 1
    FROM generate_series($1::int, $2::int) AS n`;
/** What is due once the centuries have passed; a run brings some of it forward. */
const CLOCKS = `
  INSERT INTO clock (id, subject_type, subject_id, kind, rank, started_at, limit_unit, limit_value, ladder_name, ladder,
                     step, due_at, next_at)
  SELECT ('00000000-0000-7000-a' || nth || '00-' || lpad(n::text, 12, '0'))::uuid, 'ticket',
         ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, kind, n % 3, '2099-01-01', unit, value, 'standard',
         '{80,100,150}', 1, '2099-01-01', '2099-01-01'::timestamptz + n * interval '1 second'
    FROM generate_series($1::int, $2::int) AS n,
         (VALUES (0, 'solution', 'minutes', 30), (1, 'statutory', 'working-days', 5)) AS each (nth, kind, unit, value)`;
/** The board, whose trigger follows the clocks of the run. */
const CARDS = `
  INSERT INTO board_card (ticket_id, colour, kind, state, department_code, holder_id, dispute, confidential, received_at,
                          due_at, at_work, change, changed_at)
  SELECT ticket.id, colour, ticket.kind, state, department_code, holder_id, dispute, confidential, received_at,
         due_at, true, nextval('board_change'), opened_at
    FROM ticket JOIN clock ON clock.subject_id = ticket.id AND clock.kind = 'solution'
   WHERE ticket.id BETWEEN ('00000000-0000-7000-8000-' || lpad($1::text, 12, '0'))::uuid
                       AND ('00000000-0000-7000-8000-' || lpad($2::text, 12, '0'))::uuid`;

/** Fills an empty database of apps/complaints with open tickets. @param adminUrl a superuser's, of that database */
export async function loadTickets(adminUrl: string, tickets: number): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    // Without foreign keys and triggers: loading is not measured here.
    await client.query('SET session_replication_role = replica');
    for (let first = 1; first <= tickets; first += SHARE) {
      const last = Math.min(tickets, first + SHARE - 1);
      await timed(`tickets up to ${last}`, async () => {
        await client.query(TICKETS, [first, last]);
        await client.query(CLOCKS, [first, last]);
        await client.query(CARDS, [first, last]);
      });
    }
    await client.query('VACUUM (ANALYZE) ticket');
    await client.query('VACUUM (ANALYZE) clock');
    await client.query('VACUUM (ANALYZE) board_card');
  } finally {
    await client.end();
  }
}
