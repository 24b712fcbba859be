import { Erasures, Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Of nobody who was erased anything new is kept (PT-9). */
@Injectable()
export class LivingPatients {
  constructor(private readonly erasures: Erasures) {}

  /**
   * Before anything of the patient is kept; nothing to ask for when nobody is known to be one. Until the transaction is
   * over no erasure takes what is kept of the patient.
   * @throws Problem 410 `person-erased`
   */
  async require(tx: EntityManager, patientId: string | null | undefined): Promise<void> {
    if (patientId && !(await this.has(tx, patientId))) throw new Problem(410, 'person-erased');
  }

  /** As `require`, for what happens by itself: false of who was erased. */
  async has(tx: EntityManager, patientId: string): Promise<boolean> {
    await tx.query(`SELECT pg_advisory_xact_lock_shared(${KEY}) FROM lower($1) AS id`, [patientId]);
    const erased = await this.erasures.erasedAt(tx, [patientId.toLowerCase()]);
    return erased.size === 0;
  }
}

/** For the erasure: waits for whoever found one of these patients living, and whoever asks after it finds none. */
export async function takePatients(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(${KEY}) FROM unnest($1::text[]) AS id`, [
    ids.map((id) => id.toLowerCase()).toSorted(),
  ]);
}

const KEY = `hashtextextended('complaints.patient:' || id, 0)`;
