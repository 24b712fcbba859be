import { Erasures } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Of nobody who was erased anything new is kept (PT-9). */
@Injectable()
export class LivingPatients {
  constructor(private readonly erasures: Erasures) {}

  /** Whether the patient was not erased. Until the transaction is over no erasure takes what is kept of the patient. */
  async has(tx: EntityManager, patientId: string): Promise<boolean> {
    await tx.query(`SELECT pg_advisory_xact_lock_shared(${KEY}) FROM lower($1) AS id`, [patientId]);
    return (await this.erasures.erasedAt(tx, [patientId.toLowerCase()])).size === 0;
  }
}

/** For the erasure: waits for whoever found one of these patients living, and whoever asks after it finds none. */
export async function takePatients(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(${KEY}) FROM unnest($1::text[]) AS id`, [
    ids.map((id) => id.toLowerCase()).toSorted(),
  ]);
}

const KEY = `hashtextextended('complaints.patient:' || id, 0)`;
