import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Whom we promised to forget and have not yet, by service. */
@Injectable()
export class ErasureMetrics {
  constructor(metrics: Metrics, source: DataSource) {
    metrics.reading(
      'hospital_patients_erasures_waiting',
      'Confirmed erasures of persons that a service has not carried out yet.',
      ['service'],
      async () => {
        const rows: { service: string; value: number }[] = await source.query(WAITING);
        return rows.map(({ service, value }) => ({ labels: { service }, value }));
      },
    );
  }
}

const WAITING = `
  SELECT service, count(*)::int AS value FROM erasure_report WHERE state <> 'applied' GROUP BY service
  UNION ALL SELECT 'patients', count(*)::int FROM person_erasure WHERE state = 'waiting'`;
