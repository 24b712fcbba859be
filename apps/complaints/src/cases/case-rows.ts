import { prepared } from '#platform';
import type { EntityManager } from 'typeorm';
import type { Compensation, ComplaintCause, Validity } from './case.vocabulary.js';

/** What stands of the case of a ticket. */
export interface CaseRow {
  investigatedAt: Date | null;
  cause: ComplaintCause | null;
  concludedAt: Date | null;
  compensation: Compensation | null;
  compensationFen: number | null;
  compensatedAt: Date | null;
  soothedAt: Date | null;
  validity: Validity | null;
  judgedAt: Date | null;
}

export const UNTOUCHED_CASE: Readonly<CaseRow> = {
  investigatedAt: null,
  cause: null,
  concludedAt: null,
  compensation: null,
  compensationFen: null,
  compensatedAt: null,
  soothedAt: null,
  validity: null,
  judgedAt: null,
};

const COLUMNS: Record<keyof CaseRow, string> = {
  investigatedAt: 'investigated_at',
  cause: 'cause',
  concludedAt: 'concluded_at',
  compensation: 'compensation',
  compensationFen: 'compensation_fen',
  compensatedAt: 'compensated_at',
  soothedAt: 'soothed_at',
  validity: 'validity',
  judgedAt: 'judged_at',
};
const SELECTED = Object.entries(COLUMNS).map(([name, column]) => `${column} AS "${name}"`);
const READ = `SELECT ${SELECTED.join(', ')} FROM complaint_case WHERE ticket_id = $1`;

/** Of a ticket nobody has worked on yet, an untouched one. */
export async function caseOf(tx: EntityManager, ticketId: string): Promise<CaseRow> {
  const [row] = await prepared<CaseRow>(tx, 'cases.read', READ, [ticketId]);
  return row ?? UNTOUCHED_CASE;
}

/** Changes what stands of a case; its ticket is locked. */
export async function writeCase(tx: EntityManager, ticketId: string, change: Partial<CaseRow>): Promise<void> {
  const names = Object.keys(change) as (keyof CaseRow)[];
  const columns = names.map((name) => COLUMNS[name]);
  await tx.query(
    `INSERT INTO complaint_case (ticket_id, ${columns.join(', ')})
     VALUES ($1, ${names.map((_, index) => `$${index + 2}`).join(', ')})
     ON CONFLICT (ticket_id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [ticketId, ...names.map((name) => change[name])],
  );
}
