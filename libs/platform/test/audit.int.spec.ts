import { eventually, startTestService, TEST_ACCOUNT, type TestService } from '#testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { attachMonth, auditMonth } from '../src/audit/audit-partitions.js';
import { archiveMigrations, ArchiveModule, beforeCommit } from './archive.module.js';

interface Entry {
  [column: string]: unknown;
  operation: string;
  status: number;
  subject_ids: string[];
}

describe('the audit of a service', () => {
  let archive: TestService;

  beforeAll(async () => {
    archive = await startTestService({
      service: 'archive',
      module: ArchiveModule,
      migrations: archiveMigrations,
      attachments: [],
    });
    for (const [id, patient] of [
      ['a', 'patient-1'],
      ['b', 'patient-2'],
      ['c', 'patient-1'],
    ]) {
      await archive.source.query('INSERT INTO letter VALUES ($1, $2, $3)', [id, patient, 'Dear colleague']);
    }
  });

  afterAll(() => archive.stop());

  let seen = new Set<unknown>();
  let table = 'audit_entry';
  const all = () => archive.source.query<Entry[]>(`SELECT * FROM ${table} ORDER BY at, id`);
  const fresh = async () => (await all()).filter((entry) => !seen.has(entry['id']));

  beforeEach(async () => {
    seen = new Set((await all()).map((entry) => entry['id']));
  });

  afterEach(() => {
    beforeCommit.current = () => undefined;
  });

  const letters = () => archive.api('agent');
  const newLetter = (id: string) => ({ id, patient: 'patient-3', text: 'x' });

  const insertsThatWait = async (): Promise<number> => {
    const rows = await archive.source.query<unknown[]>(
      `SELECT FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'INSERT INTO audit_entry%'`,
    );
    return rows.length;
  };

  describe('a read', () => {
    it('PT-9 is entered before its answer is here: who, from where, what, of whom', async () => {
      await letters()
        .get('/archive/letters/a')
        .set('x-client-address', '10.1.2.3')
        .set('x-request-id', 'request-of-the-test')
        .expect(200);
      const [entry, ...others] = await fresh();
      expect(others).toEqual([]);
      expect(entry).toMatchObject({
        actor_id: TEST_ACCOUNT,
        actor_name: '测试员',
        actor_roles: ['agent'],
        client_address: '10.1.2.3',
        request_id: 'request-of-the-test',
        operation: 'archive_letters_read',
        method: 'GET',
        path: '/archive/letters/:id',
        params: { id: 'a' },
        subject: 'patient',
        subject_ids: ['patient-1'],
        status: 200,
        changes: null,
      });
    });

    it('PT-9 of a list names everyone on the page, once, and the filter that was kept', async () => {
      await letters().get('/archive/letters').expect(200);
      await letters().get('/archive/letters?patient=patient-2').expect(200);
      expect((await fresh()).map((entry) => [entry.subject_ids, entry['params']])).toEqual([
        [['patient-1', 'patient-2'], {}],
        [['patient-2'], { patient: 'patient-2' }],
      ]);
    });

    it('PT-9 says that a raw document was given out unmasked', async () => {
      await letters().get('/archive/letters/a/scan').expect(200);
      expect(await fresh()).toMatchObject([{ operation: 'archive_letters_scan', unmasked: true }]);
    });

    it('decision 10: many at once share their inserts, and each has its own entry', async () => {
      await Promise.all(Array.from({ length: 60 }, () => letters().get('/archive/letters/b').expect(200)));
      expect(await fresh()).toHaveLength(60);
    });

    it('decision 10: is entered, as a change is, when the table of its month is made meanwhile', async () => {
      await archive.clock.set('2031-05-04T08:00:00+08:00');
      try {
        const calls = await archive.source.transaction(async (tx) => {
          await attachMonth(tx, auditMonth(new Date('2031-05-04')));
          const [read, change] = [
            letters().get('/archive/letters/a'),
            letters().post('/archive/letters').send(newLetter('may')),
          ];
          const answers = Promise.all([read, change]);
          await eventually(async () => expect(await insertsThatWait()).toBe(2));
          return { answers };
        });
        expect((await calls.answers).map(({ status }) => status)).toEqual([200, 201]);
      } finally {
        await archive.clock.reset();
      }
      expect(await fresh()).toHaveLength(2);
    });

    it('is entered with what a hostile path holds, as it was written', async () => {
      const id = `'; DROP TABLE audit_entry; --"\\`;
      await letters()
        .get(`/archive/letters/${encodeURIComponent(id)}`)
        .expect(404);
      expect(await fresh()).toMatchObject([{ status: 404, params: { id } }]);
    });

    it('of nothing personal is not entered', async () => {
      await letters().get('/archive/letters/count/all').expect(200);
      expect(await fresh()).toEqual([]);
    });
  });

  describe('a refusal', () => {
    it('decision 10: is entered with its outcome when we know who asked', async () => {
      await letters().get('/archive/letters/nowhere').expect(404);
      await letters().post('/archive/letters').send({ id: 'a' }).expect(400);
      expect((await fresh()).map((entry) => [entry.operation, entry.status])).toEqual([
        ['archive_letters_read', 404],
        ['archive_letters_add', 400],
      ]);
    });

    it('of nobody is not entered, unless the operation is the door itself', async () => {
      await archive.anonymous().get('/archive/letters/a').expect(401);
      expect(await fresh()).toEqual([]);
      await archive.anonymous().post('/archive/letters/knock').expect(401);
      expect(await fresh()).toMatchObject([{ actor_id: null, operation: 'archive_letters_knock', status: 401 }]);
    });

    it('PT-9 of a stranger who guesses a link is not entered; who opens one is, with whom it is about', async () => {
      await archive.anonymous().get('/archive/letters/links/guessed').expect(404);
      await archive.anonymous().get('/archive/letters/links/a').expect(200);
      expect(await fresh()).toMatchObject([{ actor_id: null, status: 200, subject_ids: ['patient-1'], params: {} }]);
    });
  });

  describe('a change', () => {
    it('decision 10: has its entry in the transaction that makes it, with what it changed and why', async () => {
      let inside: Entry[] = [];
      beforeCommit.current = async () => void (inside = await fresh());
      await letters()
        .post('/archive/letters/b/correct')
        .send({ ...newLetter('b'), text: 'Dear Sir' })
        .expect(200);
      expect(inside).toEqual([]);
      expect(await fresh()).toMatchObject([
        {
          operation: 'archive_letters_correct',
          status: 200,
          subject_ids: ['patient-2'],
          reason: 'a slip of the pen',
          changes: [{ subject: 'letter', id: 'b', before: { text: 'Dear colleague' }, after: { text: 'Dear Sir' } }],
        },
      ]);
      const [versions] = await archive.source.query<{ same: boolean }[]>(
        `SELECT (SELECT xmin FROM letter WHERE id = 'b') = (SELECT xmin FROM audit_entry WHERE id = $1) AS same`,
        [(await fresh())[0]?.['id']],
      );
      expect(versions?.same).toBe(true);
    });

    it('decision 10: that is rolled back leaves no entry of success', async () => {
      beforeCommit.current = () => {
        throw new Error('power cut');
      };
      await letters().post('/archive/letters').send(newLetter('d')).expect(500);
      expect(await fresh()).toMatchObject([{ operation: 'archive_letters_add', status: 500, changes: null }]);
    });

    it('decision 10: whose connection is killed before the commit has neither change nor entry of success', async () => {
      beforeCommit.current = async (tx) => {
        const [backend] = await tx.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid');
        await archive.source.query('SELECT pg_terminate_backend($1)', [backend?.pid]);
      };
      await letters().post('/archive/letters').send(newLetter('e')).expect(503);
      const success = (await fresh()).filter((entry) => entry.status < 400);
      expect(success).toEqual([]);
      expect(await archive.source.query(`SELECT * FROM letter WHERE id = 'e'`)).toEqual([]);
    });

    it('decision 10: that lost a race and ran again is entered once, as it went through', async () => {
      let runs = 0;
      beforeCommit.current = () => {
        runs += 1;
        if (runs === 1) throw Object.assign(new Error('deadlock'), { code: '40P01' });
      };
      await letters().post('/archive/letters').send(newLetter('f')).expect(201);
      const entries = await fresh();
      expect(runs).toBe(2);
      expect(entries).toMatchObject([{ status: 201, changes: [{ before: null, after: newLetter('f') }] }]);
    });

    it('without a transaction of ours is entered before its answer', async () => {
      await letters().delete('/archive/letters/f').expect(200);
      expect(await fresh()).toMatchObject([{ operation: 'archive_letters_burn', status: 200 }]);
    });
  });

  describe('when nothing can be entered', () => {
    const rename = async (name: string) => {
      await archive.source.query(`ALTER TABLE ${table} RENAME TO ${name}`);
      table = name;
    };
    beforeAll(() => rename('audit_entry_away'));
    afterAll(() => rename('audit_entry'));

    const refused = (answer: { body: unknown; headers: Record<string, string> }) => {
      expect(answer.body).toMatchObject({ status: 503, code: 'audit-unavailable' });
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.headers['retry-after']).toBe('2');
      expect(JSON.stringify(answer.body)).not.toContain('patient-1');
    };

    it('PT-9 a read is refused and no data leaves', async () => {
      refused(await letters().get('/archive/letters/a').expect(503));
      refused(await letters().get('/archive/letters').expect(503));
    });

    it('PT-9 a download is refused before its first byte', async () => {
      const answer = await letters().get('/archive/letters/a/scan').expect(503);
      refused(answer);
      expect(answer.headers['content-disposition']).toBeUndefined();
    });

    it('decision 10: a change is refused and not made', async () => {
      refused(await letters().post('/archive/letters').send(newLetter('g')).expect(503));
      expect(await archive.source.query(`SELECT * FROM letter WHERE id = 'g'`)).toEqual([]);
    });

    it('what is not personal goes on', async () => {
      await letters().get('/archive/letters/count/all').expect(200);
    });
  });

  it('decision 10: is read in pages, the newest first, and a cursor that is none of its own is refused', async () => {
    for (let read = 0; read < 3; read += 1) await archive.api('agent').get('/archive/letters/a').expect(200);
    const page = async (cursor?: string) => {
      const query = { limit: 2, ...(cursor === undefined ? {} : { cursor }) };
      return (await archive.api('administrator').get('/ops/audit').query(query).expect(200)).body;
    };
    const first = await page();
    const second = await page(first.nextCursor);
    const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(4);
    for (const at of ['2026-W10', '2026-02-31T00:00:00Z', '2026-061T10:00:00Z', 'now']) {
      const cursor = Buffer.from(JSON.stringify([at, first.items[0].id])).toString('base64url');
      const { body } = await archive.api('administrator').get('/ops/audit').query({ cursor }).expect(400);
      expect(body.errors).toMatchObject([{ field: 'cursor', code: 'unknown-cursor' }]);
    }
  });
});
