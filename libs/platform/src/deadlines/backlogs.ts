import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import type { Backlog } from './backlog.js';
import type { DeadlineSource } from './deadline-source.js';

export interface NamedBacklog extends Backlog {
  /** The name of the source. */
  source: string;
  /** How long the oldest of it is due, in seconds; 0 when nothing is. */
  overdueSeconds: number;
}

/** What is due in this service and not worked off: of every kind that its Deadlines work on. */
@Injectable()
export class Backlogs {
  private readonly kinds: DeadlineSource[] = [];

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  register(kinds: DeadlineSource[]): void {
    this.kinds.push(...kinds);
  }

  read(): Promise<NamedBacklog[]> {
    const now = this.clock.now();
    return Promise.all(
      this.kinds.map(async (kind) => {
        const backlog = await kind.backlog(this.source, now);
        const overdueMs = backlog.oldest ? Math.max(0, now.getTime() - backlog.oldest.getTime()) : 0;
        return { ...backlog, source: kind.name, overdueSeconds: overdueMs / 1000 };
      }),
    );
  }
}
