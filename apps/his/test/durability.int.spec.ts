import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HisVisitDischargedV1 } from '#contracts';
import { eventually, testEnvironment } from '#testing';
import pg from 'pg';
import type { MllpClient } from '../src/mllp/mllp-client.js';
import { aDischarge, codeOf, startHis, type HisService } from './his-service.js';

/** A message on its way: whether it was answered yet. */
function onItsWay(sender: MllpClient, bytes: Buffer): { answered: () => boolean; answer: Promise<Buffer> } {
  let answered = false;
  const answer = sender.send(bytes);
  void answer.then(
    () => (answered = true),
    () => undefined,
  );
  return { answered: () => answered, answer };
}

/** A database session of somebody else. */
async function bystander(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

describe('an acknowledgement', () => {
  let his: HisService;
  let other: pg.Client;
  beforeAll(async () => {
    his = await startHis();
    other = await bystander(his.databaseUrl);
  });
  // The relay writes too, when it has published: whoever waits for a lock here is to be the message.
  beforeEach(() =>
    eventually(async () => {
      const { rows } = await other.query('SELECT 1 FROM outbox WHERE published_at IS NULL');
      expect(rows).toEqual([]);
    }),
  );
  afterEach(() => other.query('ROLLBACK'));
  afterAll(async () => {
    await other.end();
    await his.stop();
  });

  const waitingForLocks = async (): Promise<number> => {
    const sql = `SELECT count(*)::int AS n FROM pg_stat_activity
                  WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    const { rows } = await other.query<{ n: number }>(sql);
    return rows[0]?.n ?? 0;
  };
  const events = async () => (await his.events(HisVisitDischargedV1)).length;

  it.each(['hl7_message', 'outbox'])('IN-1 waits as long as %s cannot be written', async (table) => {
    await other.query('BEGIN');
    await other.query(`LOCK TABLE ${table} IN SHARE MODE`);
    const { bytes, controlId } = aDischarge();
    const message = onItsWay(await his.sender(), bytes);
    await eventually(async () => expect(await waitingForLocks()).toBe(1));
    expect(await his.messages(`filter=controlId eq '${controlId}'`)).toEqual([]);
    expect(message.answered()).toBe(false);
    await other.query('COMMIT');
    expect(codeOf(await message.answer)).toBe('AA');
    expect(await his.messages(`filter=controlId eq '${controlId}'`)).toHaveLength(1);
  });

  it('IN-1 outlives a killed database connection: the message counts once', async () => {
    const before = await events();
    await other.query('BEGIN');
    await other.query('LOCK TABLE outbox IN SHARE MODE');
    const { bytes } = aDischarge();
    const message = onItsWay(await his.sender(), bytes);
    await eventually(async () => expect(await waitingForLocks()).toBe(1));
    await other.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'`);
    expect(message.answered()).toBe(false);
    await other.query('COMMIT');
    expect(codeOf(await message.answer)).toBe('AA');
    expect(await events()).toBe(before + 1);
  });

  it('IN-1 is not given while the database is away, and comes when it is back', async () => {
    const database = new URL(his.databaseUrl).pathname.slice(1);
    const admin = new pg.Client({ connectionString: testEnvironment().adminUrl });
    await admin.connect();
    const sender = await his.sender();
    await admin.query(`ALTER DATABASE ${database} ALLOW_CONNECTIONS false`);
    await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}'`);
    const { bytes, controlId } = aDischarge();
    const message = onItsWay(sender, bytes);
    await eventually(async () => {
      const { body } = await his.anonymous().get('/health/ready');
      expect(body.checks).toMatchObject({ mllp: 'ok', database: expect.not.stringMatching(/^ok$/) });
    });
    expect(message.answered()).toBe(false);
    await admin.query(`ALTER DATABASE ${database} ALLOW_CONNECTIONS true`);
    await admin.end();
    expect(codeOf(await message.answer)).toBe('AA');
    other = await bystander(his.databaseUrl);
    expect(await his.messages(`filter=controlId eq '${controlId}'`)).toHaveLength(1);
  });

  it('IN-1 is never given when the database stays away: the connection is closed', async () => {
    const impatient = await startHis({ HIS_STORE_PATIENCE_MS: '0' }, his);
    await other.query('BEGIN');
    await other.query('LOCK TABLE hl7_message IN SHARE MODE');
    const { bytes, controlId } = aDischarge();
    const sender = await impatient.sender();
    const message = onItsWay(sender, bytes);
    await eventually(async () => expect(await waitingForLocks()).toBe(1));
    await other.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'`);
    await expect(message.answer).rejects.toThrow('closed before an answer');
    await other.query('ROLLBACK');
    expect(await his.messages(`filter=controlId eq '${controlId}'`)).toEqual([]);
    expect(codeOf(await (await impatient.sender()).send(bytes))).toBe('AA');
    await impatient.stop();
  });

  it('IN-1 of a message in flight is still given when the service is told to stop', async () => {
    const stopping = await startHis({}, his);
    await other.query('BEGIN');
    await other.query('LOCK TABLE hl7_message IN SHARE MODE');
    const { bytes } = aDischarge();
    const sender = await stopping.sender();
    const message = onItsWay(sender, bytes);
    await eventually(async () => expect(await waitingForLocks()).toBe(1));
    const stopped = stopping.stop();
    await eventually(() => expect(stopping.sender()).rejects.toThrow('ECONNREFUSED'));
    expect(message.answered()).toBe(false);
    await other.query('COMMIT');
    expect(codeOf(await message.answer)).toBe('AA');
    await stopped;
  });

  it('IN-1 of one sender does not wait for another sender', async () => {
    await other.query('BEGIN');
    const slow = aDischarge({ msh: { 3: 'SLOW' } });
    const sender = await his.sender();
    expect(codeOf(await sender.send(slow.bytes))).toBe('AA');
    const [stored] = await his.messages(`filter=controlId eq '${slow.controlId}'`);
    // Somebody else is storing the very message that SLOW will send next.
    const next = aDischarge({ msh: { 3: 'SLOW' } });
    const hash = `sha256(convert_to($1, 'UTF8'))`;
    await other.query(
      `INSERT INTO hl7_message SELECT (jsonb_populate_record(m, jsonb_build_object(
         'id', gen_random_uuid(), 'body_hash', ${hash}))).* FROM hl7_message m WHERE id = $2`,
      [next.text.replace(/\r$/, ''), stored?.id],
    );
    const held = onItsWay(sender, next.bytes);
    await eventually(async () => expect(await waitingForLocks()).toBe(1));
    for (let count = 0; count < 5; count += 1) {
      expect(codeOf(await (await his.sender()).send(aDischarge({ msh: { 3: 'FAST' } }).bytes))).toBe('AA');
    }
    expect(held.answered()).toBe(false);
    await other.query('ROLLBACK');
    expect(codeOf(await held.answer)).toBe('AA');
  });
});
