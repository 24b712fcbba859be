import { Injectable } from '@nestjs/common';
import { StaffConfig } from '../staff.config.js';
import type { QuietHours } from './quiet-hours.rules.js';
import type { TellingPolicy } from './telling.rules.js';

/** The hospital's settings for telling people. */
@Injectable()
export class Policy implements TellingPolicy {
  readonly quiet: QuietHours;
  readonly stormLimit: number;
  readonly stormWindowSeconds: number;

  constructor(config: StaffConfig) {
    this.quiet = { starts: config.quietHoursStart, ends: config.quietHoursEnd, zone: config.hospitalZone };
    this.stormLimit = config.notificationStormLimit;
    this.stormWindowSeconds = config.notificationStormWindowSeconds;
  }
}
