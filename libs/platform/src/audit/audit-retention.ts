import type { EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { continueTrace } from '../context/request-context.js';
import { lockKey } from '../database/migrate.js';
import { newId } from '../database/new-id.js';
import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from '../retention/retention-rule.js';
import { CHAIN_BEGIN } from './audit-chain.js';
import { auditMonth } from './audit-partitions.js';
import { insertAuditRows } from './audit-row.js';

/** Six years: the statute asks for 6 months of network logs, disputes about treatment come after years. */
const AUDIT_DAYS = 2_192;

/** Removes whole months of sealed entries and keeps the head of what was removed, so that the rest stays provable. */
@Retention()
export class AuditRetention implements RetentionSource {
  constructor(private readonly clock: Clock) {}

  rules(): RetentionRule[] {
    return [
      {
        name: 'audit',
        table: 'audit_entry',
        days: AUDIT_DAYS,
        setting: null,
        reason: 'who read or changed whose data',
        age: 'at',
        remove: (tx, before) => this.dropBefore(tx, auditMonth(before).from),
      },
    ];
  }

  kept(): KeptTable[] {
    return [
      { table: 'audit_seal', reason: 'goes with the entries it seals' },
      { table: 'audit_waiting', reason: 'until sealed, within seconds' },
      { table: 'audit_anchor', reason: 'one row: where the chain begins' },
    ];
  }

  /**
   * Nothing is removed while an older entry waits for its seal.
   * @param before the first moment of a month (UTC)
   * @returns how many entries went; the months go whole, whatever their size
   */
  async dropBefore(tx: EntityManager, before: Date): Promise<number> {
    // Nobody seals meanwhile: the head of what is dropped must be its last seal.
    await tx.query('SELECT pg_advisory_xact_lock($1)', [lockKey('audit seal')]);
    const [waiting] = await tx.query<unknown[]>('SELECT 1 FROM audit_waiting WHERE entry_at < $1 LIMIT 1', [before]);
    if (waiting) return 0;
    await tx.query("SET LOCAL hospital.audit_retention = 'on'");
    const entries = await dropEntries(tx, before);
    if (entries > 0) await this.enter(tx, before, entries, await cutChain(tx, before, this.clock.now()));
    await tx.query("SET LOCAL hospital.audit_retention = 'off'");
    return entries;
  }

  private async enter(tx: EntityManager, before: Date, entries: number, anchor: Cut): Promise<void> {
    const { seq, hash } = anchor;
    const told = {
      before: before.toISOString(),
      entries: String(entries),
      seq: String(seq),
      hash: hash.toString('hex'),
    };
    await insertAuditRows(tx, [
      {
        id: newId(),
        at: this.clock.now(),
        ...{ actor_id: null, actor_name: null, actor_roles: [], session_id: null, client_address: null },
        ...{ request_id: newId(), traceparent: continueTrace(undefined) },
        ...{ operation: 'audit_retention', method: 'JOB', path: '', params: told },
        ...{ subject: 'audit', subject_ids: [], status: 200, unmasked: false, changes: null, reason: null },
      },
    ]);
  }
}

interface Cut {
  seq: number;
  hash: Buffer;
}

async function dropEntries(tx: EntityManager, before: Date): Promise<number> {
  const [expired] = await tx.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM audit_entry WHERE at < $1',
    [before],
  );
  const tables: { name: string }[] = await tx.query(
    `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
      WHERE i.inhparent = 'audit_entry'::regclass AND c.relname ~ '^audit_entry_\\d{4}_\\d\\d$' AND c.relname < $1`,
    [auditMonth(before).table],
  );
  for (const { name } of tables) await tx.query(`DROP TABLE ${name}`);
  await tx.query('DELETE FROM audit_entry WHERE at < $1', [before]);
  return expired?.count ?? 0;
}

/** Seals go up to the first that somebody may still want to verify; those of a straggler behind it stay as they are. */
async function cutChain(tx: EntityManager, before: Date, now: Date): Promise<Cut> {
  const [last]: { seq: string; hash: Buffer }[] = await tx.query(
    `SELECT seq, hash FROM audit_seal
      WHERE seq < coalesce((SELECT min(seq) FROM audit_seal WHERE entry_at >= $1), 9223372036854775807)
      ORDER BY seq DESC LIMIT 1`,
    [before],
  );
  const [former]: { seq: string; hash: Buffer }[] = await tx.query(
    'SELECT seq, hash FROM audit_anchor ORDER BY seq DESC LIMIT 1',
  );
  const found = last ?? former;
  const cut = found ? { seq: Number(found.seq), hash: found.hash } : { seq: 0, hash: CHAIN_BEGIN };
  await tx.query('DELETE FROM audit_seal WHERE seq <= $1', [cut.seq]);
  await tx.query('DELETE FROM audit_anchor');
  await tx.query('INSERT INTO audit_anchor (seq, hash, dropped_before, dropped_at) VALUES ($1, $2, $3, $4)', [
    cut.seq,
    cut.hash,
    before,
    now,
  ]);
  return cut;
}
