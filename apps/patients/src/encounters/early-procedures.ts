import type { ReceivedEvent } from '#event-bus';
import type { EntityManager } from 'typeorm';
import { HisReportRecord } from '../reports/his-report.entity.js';
import { earlierAndNow } from './procedures.rules.js';
import type { VisitEvent } from './reported-visit.js';
import type { Procedure, VisitReport } from './visit-details.rules.js';

/** Keeps what a report says was done in a visit that nobody heard of: its beginning may be on its way (FU-3). */
export async function keepEarly(tx: EntityManager, id: string, { details }: VisitReport): Promise<void> {
  const { procedures = [] } = details;
  if (procedures.length > 0) await tx.update(HisReportRecord, { id }, { procedures });
}

/** The first report that makes the visit, with what those before it said was done. They spoke of the same record number. */
export async function withEarly(
  tx: EntityManager,
  { data: { partner, recordKey, visit } }: ReceivedEvent<VisitEvent>,
  report: VisitReport,
): Promise<VisitReport> {
  const rows: { procedures: Procedure[] }[] = await tx.query(
    `SELECT procedures FROM his_report
      WHERE partner = $1 AND visit_number = $2 AND record_key = $3 AND procedures IS NOT NULL
      ORDER BY event_time, handled_at`,
    [partner, visit.visitNumber, recordKey],
  );
  if (rows.length === 0) return report;
  const said = [...rows.map(({ procedures }) => procedures), report.details.procedures ?? []];
  return { ...report, details: { ...report.details, procedures: earlierAndNow(said) } };
}
