import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Children nobody can be written to about. */
@Injectable()
export class FamilyMetrics {
  constructor(metrics: Metrics, source: DataSource) {
    metrics.reading(
      'hospital_patients_children_unreached',
      'Children for whom no guardian is named who may be written to, counted up to 10000.',
      [],
      async () => {
        const [row]: { children: number }[] = await source.query(COUNT);
        return [{ value: row?.children ?? 0 }];
      },
    );
  }
}

const COUNT = `SELECT count(*)::int AS children
  FROM (SELECT 1 FROM family_standing WHERE unreached LIMIT 10000) AS counted`;
