import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Day } from '../calendar/hospital-day.rules.js';

export interface Stay {
  encounterId: string;
  status: 'open' | 'discharged' | 'cancelled';
  /** The last day on which the patient is known to have been in hospital for it. */
  lastSeenOn: Day;
  /** The newest discharge heard of; 0 before the first. */
  dischargeNumber: number;
  /** When the visit was told not to have been, ISO 8601; null unless it is `cancelled`. */
  cancelledAt: string | null;
}

/** The small copy of stays this service keeps: who is in hospital, for which encounter. */
@Injectable()
export class StaysStore {
  /** @returns false when it is open already, or has ended since: a repeat. */
  async open(
    tx: EntityManager,
    stay: { encounterId: string; patientId: string; departmentCode?: string | undefined; on: Day; reportedAt: Date },
  ): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `INSERT INTO stay (encounter_id, patient_id, status, last_seen_on, department_code)
       VALUES ($1, $2, 'open', $3, nullif($5::text, ''))
       ON CONFLICT (encounter_id) DO UPDATE
         SET status = 'open', last_seen_on = greatest(stay.last_seen_on, excluded.last_seen_on), cancelled_at = NULL,
             department_code = coalesce(excluded.department_code, stay.department_code)
         WHERE stay.status = 'cancelled' AND stay.cancelled_at <= $4
       RETURNING encounter_id`,
      [stay.encounterId, stay.patientId, stay.on, stay.reportedAt, stay.departmentCode ?? null],
    );
    return rows.length > 0;
  }

  /** The stay goes on after all. @returns false when another discharge has followed, or none is known. */
  async reopen(tx: EntityManager, encounterId: string, dischargeNumber: number): Promise<boolean> {
    const [, reopened]: [unknown, number] = await tx.query(
      `UPDATE stay SET status = 'open' WHERE encounter_id = $1 AND discharge_number = $2 AND status = 'discharged'`,
      [encounterId, dischargeNumber],
    );
    return reopened > 0;
  }

  async cancel(tx: EntityManager, encounterId: string, reportedAt: Date): Promise<void> {
    await tx.query(
      `UPDATE stay SET status = 'cancelled', cancelled_at = $2 WHERE encounter_id = $1 AND status <> 'cancelled'`,
      [encounterId, reportedAt],
    );
  }
}
