import {
  PersonData,
  removeRows,
  sealRows,
  sectionOf,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';
import { CLOCK_SETTINGS, CLOCK_TABLES, eraseClocks } from '../clocks/erased-clocks.js';
import { ErasedSurvivors } from './erased-survivors.js';
import { lockTicketsOf } from './locked-ticket.js';

/**
 * What the person asked for or complained of, and what was done about it. Not handed out: who reported it, which may be
 * somebody else and nobody knows; what staff wrote for each other; the story of a dispute (docs/retention.md).
 */
@PersonData()
export class TicketsPersonData implements PersonDataSource {
  readonly tables = [...CLOCK_TABLES, 'ticket_entry', 'ticket_search', 'ticket'];
  readonly withoutPatients = [
    ...CLOCK_SETTINGS,
    { table: 'ticket_watcher', reason: 'staff, not patients' },
    { table: 'colour_setting', reason: 'settings' },
    { table: 'canned_reply', reason: 'settings' },
  ];

  constructor(private readonly survivors: ErasedSurvivors) {}

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([
      sectionOf(tx, 'tickets', ['投诉与工单', 'Complaints and requests'], TICKETS, ids),
      sectionOf(tx, 'ticket-entries', ['投诉与工单的经过', 'What was done about them'], ENTRIES, ids),
    ]);
  }

  async erase(tx: EntityManager, ids: readonly string[], _at: Date, erasure: Erasure): Promise<ErasureOutcome[]> {
    const ticketIds = await lockTicketsOf(tx, ids);
    await this.survivors.letGo(tx, ticketIds);
    const search = await removeRows(tx, 'ticket_search', 'ticket_id', ticketIds);
    await tx.query(`SELECT set_config('complaints.erasing', 'on', true)`);
    const entries = await sealRows(tx, erasure, 'ticket_entry', 'ticket_id', ticketIds);
    await tx.query(`SELECT set_config('complaints.erasing', '', true)`);
    const clocks = await eraseClocks(tx, erasure, ticketIds);
    return [...clocks, search, entries, await sealRows(tx, erasure, 'ticket', 'id', ticketIds)];
  }
}

const TICKETS = `
  SELECT received_at AS "receivedAt", number, kind, colour, state, channel, subject, text,
         department_code AS department, solution, solved_at AS "solvedAt",
         ended_at AS "endedAt", id
    FROM ticket WHERE patient_id = ANY($1::uuid[]) ORDER BY received_at DESC, id`;

const ENTRIES = `
  SELECT entry.at, entry.what, CASE WHEN entry.what IN ('replied', 'solved') THEN entry.note END AS note,
         entry.actor_name AS who, ticket.number
    FROM ticket_entry entry JOIN ticket ON ticket.id = entry.ticket_id
   WHERE ticket.patient_id = ANY($1::uuid[]) AND NOT ticket.dispute
     AND entry.what IN ('opened', 'claimed', 'replied', 'paused', 'resumed', 'solved', 'closed', 'reopened', 'stopped')
   ORDER BY entry.seq DESC`;
