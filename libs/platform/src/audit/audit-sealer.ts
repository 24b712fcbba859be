import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { lockKey } from '../database/migrate.js';
import { isDatabaseAway } from '../database/transact.js';
import { CHAIN_BEGIN, DIGEST, link, NOTHING } from './audit-chain.js';
import { AuditPartitions } from './audit-partitions.js';

const PAUSE_MS = 1_000;
const BATCH = 1_000;

/** The end of the chain. Kept outside the database it shows later that the chain before it is still the same. */
export interface AuditHead {
  seq: number;
  hash: Buffer;
}

interface WaitingEntry {
  entry_id: string;
  entry_at: Date;
  /** Null when the entry is gone. */
  digest: Buffer | null;
}

/** The last seal, else where retention cut the chain, else its beginning. */
export async function auditHead(tx: EntityManager): Promise<AuditHead> {
  const rows: { seq: string; hash: Buffer }[] = await tx.query(
    `(SELECT seq, hash FROM audit_seal ORDER BY seq DESC LIMIT 1)
     UNION ALL (SELECT seq, hash FROM audit_anchor ORDER BY seq DESC LIMIT 1)
     ORDER BY seq DESC LIMIT 1`,
  );
  const [last] = rows;
  return last ? { seq: Number(last.seq), hash: last.hash } : { seq: 0, hash: CHAIN_BEGIN };
}

/**
 * Numbers and chains the entries that were committed, in every replica, one at a time. An entry that is committed late
 * is numbered late: what is sealed already never has anything put before it.
 */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Audit');
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;
  private headToldOn = '';

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly partitions: AuditPartitions,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  /** Seals everything that waits. @returns how many entries. */
  async sealAll(): Promise<number> {
    for (let sealed = 0; ;) {
      const count = await this.source.transaction((tx) => this.sealBatch(tx));
      sealed += count;
      if (count < BATCH || this.stopped) return sealed;
    }
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.round = this.work().finally(() => this.schedule());
    }, PAUSE_MS);
  }

  private async work(): Promise<void> {
    try {
      await this.partitions.make();
      if (await this.isWaiting()) await this.sealAll();
      await this.tellHead();
    } catch (error) {
      if (isDatabaseAway(error)) this.logger.warn('The audit is not sealed: the database is away');
      else this.logger.error({ err: error }, 'The audit could not be sealed');
    }
  }

  /** One question instead of a transaction each second of an idle service. */
  private async isWaiting(): Promise<boolean> {
    const rows: unknown[] = await this.source.query('SELECT 1 FROM audit_waiting LIMIT 1');
    return rows.length > 0;
  }

  private async sealBatch(tx: EntityManager): Promise<number> {
    // Held until the commit, so that another replica sees our seals before it numbers its own.
    const [lock] = await tx.query<{ ours: boolean }[]>('SELECT pg_try_advisory_xact_lock($1) AS ours', [
      lockKey('audit seal'),
    ]);
    if (!lock?.ours) return 0;
    const entries: WaitingEntry[] = await tx.query(
      `SELECT w.entry_id, w.entry_at, CASE WHEN e.id IS NOT NULL THEN ${DIGEST} END AS digest
         FROM (SELECT * FROM audit_waiting ORDER BY entry_id LIMIT ${BATCH}) w
         LEFT JOIN audit_entry e ON e.at = w.entry_at AND e.id = w.entry_id
        ORDER BY w.entry_id`,
    );
    if (entries.length > 0) await this.append(tx, entries);
    return entries.length;
  }

  private async append(tx: EntityManager, entries: WaitingEntry[]): Promise<void> {
    let { seq, hash } = await auditHead(tx);
    const seals = entries.map(({ entry_id, digest }) => {
      if (!digest) this.logger.error(`Audit entry ${entry_id} was removed before it was sealed`);
      const sealed = digest ?? NOTHING;
      hash = link(hash, sealed);
      seq += 1;
      return { seq, entry_id, digest: hex(sealed), hash: hex(hash) };
    });
    // The time of the entry is taken from where it waits: a Date would lose its microseconds.
    await tx.query(
      `INSERT INTO audit_seal (seq, entry_id, entry_at, digest, hash, sealed_at)
       SELECT s.seq, s.entry_id, w.entry_at, s.digest, s.hash, $2
         FROM jsonb_to_recordset($1::jsonb) AS s(seq bigint, entry_id uuid, digest bytea, hash bytea)
         JOIN audit_waiting w USING (entry_id)`,
      [JSON.stringify(seals), this.clock.now()],
    );
    await tx.query('DELETE FROM audit_waiting WHERE entry_id = ANY($1)', [entries.map((entry) => entry.entry_id)]);
  }

  /** Once a day and at every start into the logs, which the database's administrator does not rewrite. */
  private async tellHead(): Promise<void> {
    const today = this.clock.now().toISOString().slice(0, 10);
    if (today === this.headToldOn) return;
    this.headToldOn = today;
    const { seq, hash } = await auditHead(this.source.manager);
    if (seq > 0) this.logger.log({ seq, hash: hash.toString('hex') }, 'Audit head');
  }
}

const hex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`;
