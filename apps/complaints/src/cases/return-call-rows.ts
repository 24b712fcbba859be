import type { ComplaintCallOutcome } from '#contracts';
import type { EntityManager } from 'typeorm';
import type { ReturnCall } from './cases.dto.js';

/** A call that asks whether a complaint was settled well. */
export interface ReturnCallRow {
  id: string;
  ticketId: string;
  patientId: string | null;
  requestedAt: Date;
  outcome: ComplaintCallOutcome | null;
  responseId: string | null;
  endedAt: Date | null;
  endedByName: string | null;
  withdrawnAt: Date | null;
  reopenedAt: Date | null;
}

const COLUMNS = `id, ticket_id AS "ticketId", patient_id AS "patientId", requested_at AS "requestedAt", outcome,
  response_id AS "responseId", ended_at AS "endedAt", ended_by_name AS "endedByName", withdrawn_at AS "withdrawnAt",
  reopened_at AS "reopenedAt"`;

/** Oldest first. */
export async function callsOf(tx: EntityManager, ticketId: string): Promise<ReturnCall[]> {
  const rows: ReturnCallRow[] = await tx.query(
    `SELECT ${COLUMNS} FROM return_call WHERE ticket_id = $1 ORDER BY requested_at, id`,
    [ticketId],
  );
  return rows.map(presentCall);
}

/** The last one that was not taken back; its ticket is locked. */
export async function lastCall(tx: EntityManager, ticketId: string): Promise<ReturnCallRow | undefined> {
  const [row]: ReturnCallRow[] = await tx.query(
    `SELECT ${COLUMNS} FROM return_call WHERE ticket_id = $1 AND withdrawn_at IS NULL
      ORDER BY requested_at DESC, id DESC LIMIT 1`,
    [ticketId],
  );
  return row;
}

export async function callById(tx: EntityManager, id: string): Promise<ReturnCallRow | undefined> {
  const [row]: ReturnCallRow[] = await tx.query(`SELECT ${COLUMNS} FROM return_call WHERE id = $1`, [id]);
  return row;
}

function presentCall({ ticketId: _ticket, patientId, ...row }: ReturnCallRow): ReturnCall {
  return {
    ...row,
    byFollowUp: patientId !== null,
    requestedAt: row.requestedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    reopenedAt: row.reopenedAt?.toISOString() ?? null,
  };
}

/** Whether somebody said how they find the solution; a call that reached nobody says nothing. */
export function isAnswer(outcome: ComplaintCallOutcome | null | undefined): boolean {
  return outcome === 'satisfied' || outcome === 'unsatisfied';
}
