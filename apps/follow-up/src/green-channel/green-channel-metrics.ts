import { Clock, Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const DAY_MS = 86_400_000;

interface Figures {
  open: number;
  overdue: number;
  escalated: number;
  median: number | null;
}

/** Whether patients in pain are called in time (FU-4). */
@Injectable()
export class GreenChannelMetrics {
  constructor(
    metrics: Metrics,
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {
    metrics.readings(
      {
        hospital_green_channel_open: {
          help: 'Patients in pain whom no doctor has spoken with yet, by whether the director was told.',
          labelNames: ['escalated'],
        },
        hospital_green_channel_escalations_day: { help: 'Cases of the last 24 hours in which nobody called in time.' },
        hospital_green_channel_call_seconds_day: {
          help: 'Median seconds from the answer to the doctor’s call, of closed cases of the last 24 hours.',
        },
      },
      () => this.read(),
    );
  }

  private async read() {
    const since = new Date(this.clock.now().getTime() - DAY_MS);
    const [row]: Figures[] = await this.source.query(FIGURES, [since]);
    const { open, overdue, escalated, median } = row as Figures;
    return {
      hospital_green_channel_open: [
        { labels: { escalated: 'no' }, value: open },
        { labels: { escalated: 'yes' }, value: overdue },
      ],
      hospital_green_channel_escalations_day: [{ value: escalated }],
      hospital_green_channel_call_seconds_day: median === null ? [] : [{ value: median }],
    };
  }
}

const FIGURES = `
  WITH open AS (SELECT coalesce(escalated_at >= alarmed_at, false) AS told FROM green_channel_case WHERE status = 'open'),
       lately AS (SELECT * FROM green_channel_case WHERE alarmed_at > $1)
  SELECT (SELECT count(*)::int FROM open WHERE NOT told) AS open,
         (SELECT count(*)::int FROM open WHERE told) AS overdue,
         (SELECT count(*)::int FROM lately WHERE escalated_at >= alarmed_at) AS escalated,
         (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM closed_at - alarmed_at))
            FROM lately WHERE status = 'closed' AND outcome NOT IN ('deceased', 'merged')) AS median`;
