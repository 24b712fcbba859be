import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { isDatabaseAway, isLostRace } from '../database/transact.js';
import { insertAuditRows, type AuditRow } from './audit-row.js';
import type { EntrySink } from './open-entry.js';

const LARGEST_GROUP = 500;
const ATTEMPTS = 4;

interface Pending {
  row: AuditRow;
  done(): void;
  fail(error: unknown): void;
}

/**
 * Writes the entries of reads and refusals in groups: while one statement is on its way the next group gathers, so that
 * a single call waits for one insert and many at once share it.
 */
@Injectable()
export class AuditRecorder implements EntrySink {
  private waiting: Pending[] = [];
  private writing = false;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** Resolves when the entry is committed. @throws what kept it from being written. */
  record(row: AuditRow): Promise<void> {
    return new Promise((done, fail) => {
      this.waiting.push({ row, done, fail });
      if (!this.writing) {
        this.writing = true;
        setImmediate(() => void this.writeAll());
      }
    });
  }

  private async writeAll(): Promise<void> {
    while (this.waiting.length > 0) await this.write(this.waiting.splice(0, LARGEST_GROUP));
    this.writing = false;
  }

  private async write(group: Pending[]): Promise<void> {
    try {
      await this.insert(group.map((entry) => entry.row));
      for (const entry of group) entry.done();
    } catch (error) {
      // One entry that cannot be stored must not refuse the calls of others.
      if (group.length > 1 && !isDatabaseAway(error)) for (const entry of group) await this.write([entry]);
      else for (const entry of group) entry.fail(error);
    }
  }

  private async insert(rows: AuditRow[]): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await insertAuditRows(this.source, rows);
      } catch (error) {
        if (attempt >= ATTEMPTS || !isLostRace(error)) throw error;
      }
    }
  }
}
