import { transact } from '#platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ErasureReports } from './erasure-reports.service.js';

interface Restored {
  id: string;
  patientId: string;
  patientIds: string[];
  erasedAt: Date;
  keepUntil: Date | null;
}

/**
 * `npm run restore` enters the erasures that are younger than the backup (ADR 59) before any service starts: they are
 * carried out before this one answers anybody, works a job, an event or what falls due, and the others are told again.
 * All of these begin with the bootstrap, which comes after every `onModuleInit`.
 */
@Injectable()
export class ErasureReplay implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly reports: ErasureReports,
  ) {}

  async onModuleInit(): Promise<void> {
    const restored: Restored[] = await this.source.query(
      `SELECT id, patient_id AS "patientId", patient_ids AS "patientIds", erased_at AS "erasedAt",
              keep_until AS "keepUntil"
         FROM person_erasure WHERE state = 'waiting' AND record_numbers IS NULL ORDER BY erased_at`,
    );
    for (const order of restored) await transact(this.source, (tx) => this.reports.again(tx, order));
  }
}
