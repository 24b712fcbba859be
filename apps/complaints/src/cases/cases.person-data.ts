import {
  PersonData,
  sealRows,
  sectionOf,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';
import { lockTicketsOf } from '../tickets/locked-ticket.js';

/** How the person's complaints were worked off, and what came of the call after them. */
@PersonData()
export class CasesPersonData implements PersonDataSource {
  readonly tables = ['return_call', 'rectification_measure', 'complaint_case'];
  readonly withoutPatients = [
    { table: 'confirmed_against', reason: 'against staff: names the ticket by number and no patient' },
  ];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([
      sectionOf(tx, 'complaint-cases', ['投诉处理', 'How your complaints were settled'], CASES, ids),
      sectionOf(tx, 'complaint-measures', ['投诉整改措施', 'What became better after them'], MEASURES, ids),
      sectionOf(tx, 'complaint-return-calls', ['投诉回访结果', 'Calls after your complaints'], CALLS, ids),
    ]);
  }

  async erase(tx: EntityManager, ids: readonly string[], _at: Date, erasure: Erasure): Promise<ErasureOutcome[]> {
    const ticketIds = await lockTicketsOf(tx, ids);
    const outcomes: ErasureOutcome[] = [];
    for (const table of this.tables) outcomes.push(await sealRows(tx, erasure, table, 'ticket_id', ticketIds));
    return outcomes;
  }
}

const OF_PERSON = 'JOIN ticket ON ticket.id = found.ticket_id WHERE ticket.patient_id = ANY($1::uuid[])';

const CASES = `
  SELECT found.concluded_at AS "concludedAt", ticket.number, found.cause, found.compensation,
         found.compensation_fen AS "compensationFen", found.compensated_at AS "compensatedAt",
         found.soothed_at AS "soothedAt", found.investigated_at AS "investigatedAt", found.validity
    FROM complaint_case found ${OF_PERSON} ORDER BY ticket.received_at DESC, ticket.id`;

const MEASURES = `
  SELECT found.planned_at AS "plannedAt", ticket.number, found.what, found.state, found.due_at AS "dueAt",
         found.done_at AS "doneAt", found.note
    FROM rectification_measure found ${OF_PERSON} ORDER BY found.planned_at DESC, found.id`;

const CALLS = `
  SELECT found.requested_at AS "requestedAt", ticket.number, found.outcome, found.ended_at AS "endedAt"
    FROM return_call found ${OF_PERSON} ORDER BY found.requested_at DESC, found.id`;
