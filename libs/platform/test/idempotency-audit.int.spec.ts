import { randomUUID } from 'node:crypto';
import { startTestService, type TestService } from '#testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { archiveMigrations, ArchiveModule, beforeCommit } from './archive.module.js';

/** Decisions 9 and 10 together: the entry lies in the transaction of the request, not only of the handler. */
describe('the audit of a POST with an Idempotency-Key', () => {
  let archive: TestService;
  beforeAll(async () => {
    const service = { service: 'archive', module: ArchiveModule, migrations: archiveMigrations, attachments: [] };
    archive = await startTestService(service);
  });
  afterAll(() => archive.stop());
  afterEach(() => {
    beforeCommit.current = () => undefined;
  });

  const add = (id: string, key: string, requestId: string = randomUUID()) =>
    archive
      .api('agent')
      .post('/archive/letters')
      .set('idempotency-key', key)
      .set('x-request-id', requestId)
      .send({ id, patient: `patient of ${id}`, text: 'x' });
  const entries = (id: string) =>
    archive.source.query<{ status: number; changes: unknown; reason: string | null; subject_ids: string[] }[]>(
      `SELECT status, changes, reason, subject_ids FROM audit_entry
        WHERE subject_ids @> ARRAY[$1] OR (subject_ids = '{}' AND request_id = $2) ORDER BY at, id`,
      [`patient of ${id}`, `request-of-${id}`],
    );

  it('decision 10: a change has one entry; a repeat has its own, which names the request it repeats', async () => {
    await add('one', 'key-one', 'request-of-one').expect(201);
    expect(await entries('one')).toMatchObject([{ status: 201, changes: [{ id: 'one' }], reason: null }]);
    await add('one', 'key-one').expect(201);
    expect((await entries('one'))[1]).toEqual({
      status: 201,
      changes: null,
      reason: 'Idempotency-Key: the answer of request request-of-one again',
      subject_ids: ['patient of one'],
    });
    expect(await entries('one')).toHaveLength(2);
  });

  it('decision 10: of five at once one made the change, and four repeat it', async () => {
    await Promise.all(Array.from({ length: 5 }, () => add('five', 'key-five').expect(201)));
    const all = await entries('five');
    expect(all.filter((entry) => entry.changes !== null)).toHaveLength(1);
    expect(all.filter((entry) => entry.reason !== null)).toHaveLength(4);
  });

  it('decision 10: a refusal that takes its transaction back is entered as refused, and only so', async () => {
    beforeCommit.current = () => {
      throw new Error('the pen broke');
    };
    await add('two', 'key-two', 'request-of-two').expect(500);
    expect(await entries('two')).toMatchObject([{ status: 500, changes: null }]);
    beforeCommit.current = () => undefined;
    await add('two', 'key-two').expect(201);
    expect((await entries('two')).map((entry) => entry.status)).toEqual([500, 201]);
  });

  it('decision 10: another request with the key is entered as refused', async () => {
    await add('three', 'key-three').expect(201);
    await add('other', 'key-three', 'request-of-other').expect(422);
    expect(await entries('other')).toMatchObject([{ status: 422, changes: null }]);
  });

  it('decision 10: a change that lost a race and was made anew has one entry', async () => {
    let races = 0;
    beforeCommit.current = (tx) => {
      races += 1;
      // What PostgreSQL tells the loser of a deadlock.
      if (races === 1) return tx.query(`DO $$ BEGIN RAISE SQLSTATE '40P01'; END $$`);
    };
    await add('four', 'key-four').expect(201);
    expect(races).toBe(2);
    expect(await entries('four')).toMatchObject([{ status: 201, changes: [{ id: 'four' }] }]);
  });

  it('decision 10: who lost the race to a repeat is entered as the repeat it became', async () => {
    // Fails at the very end, when the transaction of the handler had its entry; a sequence survives what is taken back.
    await archive.source.query('CREATE SEQUENCE race');
    await archive.source.query(`CREATE FUNCTION lose_once() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF nextval('race') = 1 THEN RAISE SQLSTATE '40P01'; END IF; RETURN NULL; END $$`);
    await archive.source.query(`CREATE CONSTRAINT TRIGGER lost AFTER INSERT ON letter DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION lose_once()`);
    const answers = await Promise.all([add('six', 'key-six'), add('six', 'key-six')]);
    expect(answers.map((answer) => answer.status)).toEqual([201, 201]);
    const all = await entries('six');
    expect(all.map((entry) => entry.changes === null).sort()).toEqual([false, true]);
  });
});
