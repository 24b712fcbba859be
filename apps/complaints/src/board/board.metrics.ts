import { TICKET_COLOURS } from '#contracts';
import { Clock, Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Counted no further: a scrape costs the same whatever waits. */
const MOST = 10_000;

/** What waits for the centre, and what of it has waited too long, by colour (CP-1, CP-10). */
@Injectable()
export class BoardMetrics {
  constructor(
    metrics: Metrics,
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {
    metrics.readings(
      {
        hospital_complaints_tickets_open: {
          help: `Tickets at work, counted up to ${MOST}.`,
          labelNames: ['colour'],
        },
        hospital_complaints_tickets_overdue: {
          help: `Tickets at work past their limit, counted up to ${MOST}.`,
          labelNames: ['colour'],
        },
      },
      () => this.read(),
    );
  }

  private async read() {
    const rows: { colour: string; open: number; overdue: number }[] = await this.source.query(COUNTS, [
      TICKET_COLOURS,
      this.clock.now(),
    ]);
    const byColour = (what: 'open' | 'overdue') =>
      rows.map((row) => ({ labels: { colour: row.colour }, value: row[what] }));
    return {
      hospital_complaints_tickets_open: byColour('open'),
      hospital_complaints_tickets_overdue: byColour('overdue'),
    };
  }
}

const counted = (where: string) =>
  `(SELECT count(*)::int FROM (SELECT FROM board_card c WHERE c.at_work AND ${where} LIMIT ${MOST}) AS counted)`;

const COUNTS = `
  SELECT colour, ${counted('c.colour = wanted.colour')} AS open,
         ${counted('c.colour = wanted.colour AND c.due_at < $2')} AS overdue
    FROM unnest($1::text[]) AS wanted (colour)`;
