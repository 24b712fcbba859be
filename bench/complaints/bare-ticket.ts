import type pg from 'pg';
import { BareRows } from '../harness/bare-rows.js';

/** What one request leaves in the database, without what triggers add; in the order in which references allow it. */
const ROWS_OF = {
  ticket: 'SELECT * FROM ticket WHERE id = $1',
  ticket_entry: 'SELECT * FROM ticket_entry WHERE ticket_id = $1 ORDER BY seq',
  ticket_search: 'SELECT * FROM ticket_search WHERE ticket_id = $1',
  clock: 'SELECT * FROM clock WHERE subject_id = $1 ORDER BY id',
  board_card: 'SELECT * FROM board_card WHERE ticket_id = $1',
  outbox: `SELECT * FROM outbox WHERE event #>> '{data,ticketId}' = $1 ORDER BY seq`,
  audit_entry: 'SELECT * FROM audit_entry WHERE subject_ids @> ARRAY[$1]',
  idempotency_key: `SELECT * FROM idempotency_key WHERE answer::json ->> 'id' = $1`,
};

export function bareTicket(client: pg.Client, id: string): Promise<BareRows> {
  return BareRows.like(client, ROWS_OF, id);
}
