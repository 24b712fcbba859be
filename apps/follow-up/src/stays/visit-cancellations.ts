import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

const RECORD = `
  UPDATE plan SET withdrawal = 'visit-cancelled', visit_told_at = $2
   WHERE encounter_id = $1 AND withdrawal IS NULL AND (visit_told_at IS NULL OR visit_told_at <= $2)`;
const WITHDRAWN = `encounter_id = $1 AND withdrawal = 'visit-cancelled' AND visit_told_at <= $2`;
/** A discharge comes again by itself. */
const CANCELLED = `${WITHDRAWN} AND anchor IN ('visit', 'operation', 'admission')`;

/**
 * Whether the visits of plans were at all: the newest word counts, by the time of its event, so that a history told
 * again neither ends nor revives anything. Who changes it has locked the person, and settles then.
 */
@Injectable()
export class VisitCancellations {
  async record(tx: EntityManager, encounterId: string, toldAt: Date): Promise<void> {
    await tx.query(RECORD, [encounterId, toldAt]);
  }

  /** Whether the visit was cancelled before it was told at that moment. */
  async isOver(tx: EntityManager, encounterId: string, toldAt: Date): Promise<boolean> {
    const found: unknown[] = await tx.query(`SELECT FROM plan WHERE ${CANCELLED} LIMIT 1`, [encounterId, toldAt]);
    return found.length > 0;
  }

  /** The visit is told again: it was after all. */
  async undo(tx: EntityManager, encounterId: string, patientIds: string[], toldAt: Date): Promise<void> {
    await tx.query(
      `UPDATE plan SET withdrawal = NULL, visit_told_at = $2 WHERE ${CANCELLED} AND patient_id = ANY($3::uuid[])`,
      [encounterId, toldAt, patientIds],
    );
  }

  /** The patient is told to have left once more: the stay and its operations were after all, and so was a discharge of that number. */
  async undoByDischarge(
    tx: EntityManager,
    encounterId: string,
    dischargeNumber: number,
    patientIds: string[],
    toldAt: Date,
  ): Promise<boolean> {
    const [, undone]: [unknown, number] = await tx.query(
      `UPDATE plan SET withdrawal = NULL, visit_told_at = $2
        WHERE ${WITHDRAWN} AND patient_id = ANY($3::uuid[])
          AND (anchor IN ('visit', 'operation', 'admission') OR (anchor = 'discharge' AND discharge_number = $4))`,
      [encounterId, toldAt, patientIds, dischargeNumber],
    );
    return undone > 0;
  }
}
