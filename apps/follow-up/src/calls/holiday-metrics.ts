import { Clock, Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FollowUpConfig } from '../follow-up.config.js';
import { CallRules } from './call-rules.js';
import { neededYears } from './holiday-watch.rules.js';

/** Whether routine calls will stop, or have stopped, as nobody knows a year's holidays (FU-7). */
@Injectable()
export class HolidayMetrics {
  constructor(metrics: Metrics, source: DataSource, rules: CallRules, clock: Clock, config: FollowUpConfig) {
    metrics.reading(
      'hospital_follow_up_holidays_unknown',
      '1 when nobody has noted the public holidays of this year, or from November on of the next: routine calls stop then.',
      ['year'],
      async () => {
        const { book } = await rules.limits(source.manager);
        return neededYears(clock.now(), config.hospitalZone).map((year) => ({
          labels: { year: String(year) },
          value: config.callsOnHolidays || book.knows(year) ? 0 : 1,
        }));
      },
    );
  }
}
