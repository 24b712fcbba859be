import { WIN_BACK_STEPS } from '#contracts';
import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** How many people are being won back, and how far they are (PT-5). */
@Injectable()
export class WinBackMetrics {
  constructor(metrics: Metrics, source: DataSource) {
    metrics.reading(
      'hospital_patients_win_backs_open',
      'Win-backs that wait for an answer, by the last step made.',
      ['step'],
      async () => {
        const rows: { step: number; open: number }[] = await source.query(COUNT_OPEN);
        const open = new Map(rows.map((row) => [row.step, row.open]));
        return WIN_BACK_STEPS.map((step) => ({ labels: { step: String(step) }, value: open.get(step) ?? 0 }));
      },
    );
  }
}

const COUNT_OPEN = 'SELECT step, count(*)::int AS open FROM win_back WHERE outcome IS NULL GROUP BY step';
