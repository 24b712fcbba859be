import { AuditRetention, AuditSealer, transact, verifyAudit, type AuditReport, type KnownHead } from '#platform';
import { eventually, startTestService, type TestService } from '#testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { removeBatch } from '../src/retention/retention-batch.js';
import type { RetentionRule } from '../src/retention/retention-rule.js';
import { archiveMigrations, ArchiveModule } from './archive.module.js';

describe('the chain of the audit', () => {
  let archive: TestService;
  let replica: TestService;
  const service = { service: 'archive', module: ArchiveModule, migrations: archiveMigrations, attachments: [] };

  beforeAll(async () => {
    archive = await startTestService(service);
    replica = await startTestService({ ...service, replicaOf: archive });
    await archive.source.query(`INSERT INTO letter VALUES ('a', 'patient-1', 'Dear colleague')`);
    for (let read = 0; read < 6; read += 1) await archive.api('agent').get('/archive/letters/a').expect(200);
    await sealed();
  });

  afterAll(async () => {
    await replica.stop();
    await archive.stop();
  });

  const sealers = () => [archive.app.get(AuditSealer), replica.app.get(AuditSealer)];
  const verify = (tx: EntityManager = archive.source.manager, known: KnownHead[] = []): Promise<AuditReport> =>
    verifyAudit((sql, values) => tx.query(sql, values), known);
  const sealed = () =>
    eventually(async () => {
      await archive.app.get(AuditSealer).sealAll();
      expect(await verify()).toMatchObject({ waiting: 0, tampering: null });
    });

  /** What a database administrator could do; undone afterwards. */
  const afterTampering = (...statements: string[]) =>
    new Promise<AuditReport>((resolve, reject) => {
      archive.source
        .transaction(async (tx) => {
          await tx.query('SET LOCAL session_replication_role = replica');
          for (const statement of statements) await tx.query(statement);
          resolve(await verify(tx));
          throw new Error('undo');
        })
        .catch(reject);
    });

  const third = '(SELECT entry_id FROM audit_seal WHERE seq = 3)';

  it('decision 10: is whole when nobody touched it, and says how long it is and where it ends', async () => {
    const report = await verify();
    expect(report).toMatchObject({ tampering: null, droppedBefore: null });
    expect(report.sealed).toBeGreaterThanOrEqual(6);
    expect(report.head).toEqual({ seq: report.sealed, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it.each([
    'at',
    'actor_id',
    'actor_name',
    'actor_roles',
    'session_id',
    'client_address',
    'request_id',
    'traceparent',
    'operation',
    'method',
    'path',
    'params',
    'subject',
    'subject_ids',
    'status',
    'unmasked',
    'changes',
    'reason',
  ])('decision 10: an entry whose %s was altered is named', async (column) => {
    const values: Record<string, string> = {
      at: `at + interval '1 microsecond'`,
      actor_roles: `'{administrator}'`,
      params: `'{"id":"b"}'`,
      subject_ids: `'{patient-2}'`,
      status: '404',
      unmasked: 'NOT unmasked',
      changes: `'[]'`,
    };
    const { tampering } = await afterTampering(
      `UPDATE audit_entry SET ${column} = ${values[column] ?? `'x'`} WHERE id = ${third}`,
    );
    expect(tampering).toMatchObject({ kind: column === 'at' ? 'removed' : 'altered', seq: 3 });
  });

  it('decision 10: an entry that was removed is named', async () => {
    const { tampering } = await afterTampering(`DELETE FROM audit_entry WHERE id = ${third}`);
    expect(tampering).toMatchObject({ kind: 'removed', seq: 3 });
  });

  it('decision 10: an entry removed with its seal leaves a gap', async () => {
    const { tampering } = await afterTampering(
      `DELETE FROM audit_entry WHERE id = ${third}`,
      'DELETE FROM audit_seal WHERE seq = 3',
    );
    expect(tampering).toMatchObject({ kind: 'seal-removed', seq: 4 });
  });

  it('decision 10: a gap that was closed by renumbering breaks the chain', async () => {
    const { tampering } = await afterTampering(
      `DELETE FROM audit_entry WHERE id = ${third}`,
      'DELETE FROM audit_seal WHERE seq = 3',
      'UPDATE audit_seal SET seq = seq - 1 WHERE seq > 3 AND seq < 5',
      'UPDATE audit_seal SET seq = seq - 1 WHERE seq > 4',
    );
    expect(tampering).toMatchObject({ kind: 'reordered', seq: 3 });
  });

  it('decision 10: an entry that was slipped in past the trigger is named', async () => {
    const id = '0198f6a2-0000-7000-8000-00000000beef';
    const { tampering } = await afterTampering(
      `INSERT INTO audit_entry SELECT (jsonb_populate_record(e, '{"id":"${id}"}')).* FROM audit_entry e WHERE id = ${third}`,
    );
    expect(tampering).toMatchObject({ kind: 'inserted', entryId: id });
  });

  it('decision 10: two entries that changed places are named', async () => {
    const { tampering } = await afterTampering(
      'UPDATE audit_seal SET seq = -seq WHERE seq IN (3, 4)',
      'UPDATE audit_seal SET seq = 7 + seq WHERE seq < 0',
    );
    expect(tampering).toMatchObject({ kind: 'reordered', seq: 3 });
  });

  it('decision 10: a chain that was cut at its end, or rewritten whole, is betrayed by a head that was kept', async () => {
    const { head } = await verify();
    expect((await verify(undefined, [head])).tampering).toBeNull();
    const longer = { ...head, seq: head.seq + 1 };
    expect((await verify(undefined, [longer])).tampering).toMatchObject({ kind: 'seal-removed', seq: longer.seq });
    const other = { seq: 3, hash: 'ab'.repeat(32) };
    expect((await verify(undefined, [other])).tampering).toMatchObject({ kind: 'head-differs', seq: 3 });
  });

  it.each([
    'UPDATE audit_entry SET actor_id = NULL',
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
    'UPDATE audit_seal SET seq = seq + 1',
    'DELETE FROM audit_seal',
    'TRUNCATE audit_seal',
  ])('decision 10: PostgreSQL refuses %s', async (statement) => {
    await expect(archive.source.query(statement)).rejects.toThrow(/append-only/);
  });

  it('decision 10: what is committed late is sealed late, and nothing before it changes', async () => {
    const late = archive.source.createQueryRunner();
    await late.startTransaction();
    try {
      const copy = (id: string) =>
        `INSERT INTO audit_entry SELECT (jsonb_populate_record(e, '{"id":"${id}"}')).* FROM audit_entry e WHERE id = ${third}`;
      await late.query(copy('00000000-0000-7000-8000-000000000001'));
      await archive.api('agent').get('/archive/letters/a').expect(200);
      await sealed();
      const before = await verify();
      await late.commitTransaction();
      await sealed();
      const after = await verify(undefined, [before.head]);
      expect(after).toMatchObject({ tampering: null, head: { seq: before.head.seq + 1 } });
    } finally {
      await late.release();
    }
  });

  it('decision 10: two replicas that seal at once make one chain', async () => {
    const before = (await verify()).head.seq;
    const reads = Array.from({ length: 40 }, async (_, index) => {
      const { api } = index % 2 === 0 ? archive : replica;
      await api('agent').get('/archive/letters/a').expect(200);
      await Promise.all(sealers().map((sealer) => sealer.sealAll()));
    });
    await Promise.all(reads);
    await sealed();
    expect(await verify()).toMatchObject({ tampering: null, waiting: 0, head: { seq: before + 40 } });
  });

  it('decision 10: a sealer that dies in its work leaves no half a seal', async () => {
    const before = (await verify()).head;
    await archive.api('agent').get('/archive/letters/a').expect(200);
    const dying = archive.source.createQueryRunner();
    await dying.startTransaction();
    const sealBatch = archive.app.get(AuditSealer)['sealBatch'].bind(archive.app.get(AuditSealer));
    await eventually(async () => {
      await sealBatch(dying.manager);
      const [seal] = await dying.query('SELECT max(seq)::int AS seq FROM audit_seal');
      expect(seal).toEqual({ seq: before.seq + 1 });
    });
    await dying.rollbackTransaction();
    await dying.release();
    await sealed();
    expect((await verify(undefined, [before])).tampering).toBeNull();
  });

  describe('and its retention', () => {
    afterEach(() => archive.clock.reset());

    const drop = () => {
      const [rule] = archive.app.get(AuditRetention).rules();
      // As the retention job does: dropping a month may lose a deadlock against whoever writes an entry.
      return transact(archive.source, (tx) => removeBatch(tx, rule as RetentionRule, archive.clock.now(), 1_000));
    };

    it('decision 15: keeps what is not six years old', async () => {
      expect(await drop()).toBe(0);
      await archive.clock.advance({ days: 365 * 5 });
      expect(await drop()).toBe(0);
    });

    it('decision 15: drops whole sealed months, enters that it did, and the rest stays provable', async () => {
      const { head } = await verify();
      await archive.clock.advance({ days: 366 * 6 + 31 });
      await archive.api('agent').get('/archive/letters/a').expect(200);
      await sealed();
      // The service's own retention job has seen the six years pass as well: whichever comes first drops the months.
      await drop();
      const entered: { entries: string }[] = await archive.source.query(
        `SELECT params->>'entries' AS entries FROM audit_entry WHERE operation = 'audit_retention'`,
      );
      expect(entered).toEqual([{ entries: String(head.seq) }]);
      await sealed();
      const report = await verify();
      expect(report).toMatchObject({ sealed: 2, tampering: null, head: { seq: head.seq + 2 } });
      expect(report.droppedBefore).not.toBeNull();
      expect(await drop()).toBe(0);
      const { tampering } = await afterTampering(`DELETE FROM audit_entry WHERE operation = 'audit_retention'`);
      expect(tampering).toMatchObject({ kind: 'removed' });
    });

    it('decision 15: a cut that no entry tells of is named', async () => {
      const { tampering } = await afterTampering(
        'DELETE FROM audit_anchor',
        `INSERT INTO audit_anchor SELECT seq, hash, now() + interval '9 years', now() FROM audit_seal ORDER BY seq LIMIT 1`,
      );
      expect(tampering).toMatchObject({ kind: 'removed' });
    });
  });
});
