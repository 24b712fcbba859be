import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { prepared } from '../database/prepared.js';
import { isDatabaseAway } from '../database/transact.js';
import type { DeadlineSource } from './deadline-source.js';

/** Which kinds have something to work off: one statement for all of them, where a claim of each would be a transaction. */
export class DueKinds {
  private readonly logger = new Logger(DueKinds.name);
  private readonly asked: DeadlineSource[];
  private readonly sql: string;

  constructor(
    private readonly source: DataSource,
    private readonly kinds: DeadlineSource[],
  ) {
    this.asked = kinds.filter(({ anyDue }) => anyDue !== undefined);
    this.sql = `SELECT ${this.asked.map(({ anyDue }, nth) => `(${anyDue}) AS "${nth}"`).join(', ')}`;
  }

  /** In the order in which they were registered. All of them, when they cannot be asked: then each fails for itself. */
  async at(now: Date): Promise<DeadlineSource[]> {
    if (this.asked.length === 0) return this.kinds;
    try {
      const [row] = await prepared<Record<string, boolean>>(this.source, 'deadlines.due', this.sql, [now]);
      const idle = new Set(this.asked.filter((_, nth) => row?.[nth] === false));
      return this.kinds.filter((kind) => !idle.has(kind));
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      this.logger.error({ err: error }, 'What is due could not be asked');
      return this.kinds;
    }
  }
}
