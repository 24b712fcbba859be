import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { lockKey } from '../database/migrate.js';

const MONTHS_AHEAD = 2;

/** A month of the audit: `audit_entry_2026_11` holds what was entered from its first to its last moment, in UTC. */
export interface AuditMonth {
  table: string;
  from: Date;
  until: Date;
}

/** The month `offset` months after the one of `now`. */
export function auditMonth(now: Date, offset = 0): AuditMonth {
  const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1));
  const until = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1));
  return { table: `audit_entry_${from.toISOString().slice(0, 7).replace('-', '_')}`, from, until };
}

/** Makes the tables of the coming months before their first entry comes. */
@Injectable()
export class AuditPartitions implements OnModuleInit {
  private readonly logger = new Logger(AuditPartitions.name);
  private madeFor = '';

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Before the service listens: what is entered earlier would lie in the default partition. */
  onModuleInit(): Promise<void> {
    return this.make();
  }

  /** Costs nothing but in the first call of a month. */
  async make(): Promise<void> {
    const now = this.clock.now();
    const current = auditMonth(now).table;
    if (this.madeFor === current) return;
    this.madeFor = current;
    for (let offset = 0; offset <= MONTHS_AHEAD; offset += 1) await this.attach(auditMonth(now, offset));
  }

  /** Entries go to the default partition where this fails; the verifier and retention treat them alike. */
  private async attach(month: AuditMonth): Promise<void> {
    try {
      await this.source.transaction((tx) => attachMonth(tx, month));
    } catch (error) {
      this.logger.warn(
        `${month.table} was not made, its entries go to audit_entry_default: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
}

/** Makes the table of a month; an entry of that month that is being written meanwhile has lost a race (`isLostRace`). */
export async function attachMonth(tx: EntityManager, { table, from, until }: AuditMonth): Promise<void> {
  await tx.query("SET LOCAL lock_timeout = '2s'");
  await tx.query('SELECT pg_advisory_xact_lock($1)', [lockKey('audit partitions')]);
  const [made] = await tx.query<{ made: boolean }[]>('SELECT to_regclass($1) IS NOT NULL AS made', [table]);
  if (made?.made) return;
  // Attached rather than created in place: that would lock out everybody who writes an entry.
  await tx.query(`CREATE TABLE ${table} (LIKE audit_entry INCLUDING ALL)`);
  await tx.query(
    `ALTER TABLE audit_entry ATTACH PARTITION ${table} FOR VALUES FROM ('${from.toISOString()}') TO ('${until.toISOString()}')`,
  );
  await tx.query(`CREATE TRIGGER ${table}_whole BEFORE TRUNCATE ON ${table}
    FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only()`);
}
