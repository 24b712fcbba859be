import { eventually, startTestService, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { wardMigrations, WardModule } from './ward.module.js';

describe('a POST with an Idempotency-Key', () => {
  let ward: TestService;
  beforeAll(async () => {
    ward = await startTestService({ service: 'ward', module: WardModule, migrations: wardMigrations, attachments: [] });
  });
  afterAll(() => ward.stop());

  const add = (number: number, key: string, name = 'bed') =>
    ward.api('agent').post('/ward/beds').set('idempotency-key', key).send({ number, name });
  const beds = async (number: number): Promise<number> =>
    (await ward.source.query<unknown[]>('SELECT 1 FROM bed WHERE number = $1', [number])).length;

  it('decision 9: has one effect and one answer, however often it is sent', async () => {
    const first = await add(1, 'key-1').expect(201);
    const again = await add(1, 'key-1').expect(201);
    expect(again.text).toBe(first.text);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await beds(1)).toBe(1);
  });

  it('decision 9: gives twenty that come at once the same answer, and the pool does not run dry', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => add(2, 'key-2')));
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await beds(2)).toBe(1);
    const others = await Promise.all(Array.from({ length: 20 }, (_, index) => add(100 + index, `other-${index}`)));
    expect(new Set(others.map((answer) => answer.status))).toEqual(new Set([201]));
  });

  it('decision 9: is refused when the key was used for another body or path', async () => {
    await add(3, 'key-3').expect(201);
    expect((await add(4, 'key-3').expect(422)).body.code).toBe('idempotency-key-reused');
    const elsewhere = ward.api('agent').post('/ward/beds?floor=3').set('idempotency-key', 'key-3');
    expect((await elsewhere.send({ number: 3, name: 'bed' }).expect(422)).body.code).toBe('idempotency-key-reused');
    expect(await beds(4)).toBe(0);
  });

  it('decision 9: keeps no failure: what was put right succeeds with the same key', async () => {
    await add(5, 'key-5a').expect(201);
    await add(5, 'key-5b').expect(500);
    await ward.source.query('DELETE FROM bed WHERE number = 5');
    await add(5, 'key-5b').expect(201);
  });

  it('decision 9: is refused with a key that is none', async () => {
    const answer = await add(6, 'a b').expect(400);
    expect(answer.body.errors).toMatchObject([{ field: 'Idempotency-Key', code: 'idempotency-key-malformed' }]);
  });

  it('decision 15: forgets after a day', async () => {
    await add(7, 'key-7').expect(201);
    await ward.source.query('DELETE FROM bed WHERE number = 7');
    await ward.clock.advance({ hours: 23 });
    await add(7, 'key-7').expect(201);
    expect(await beds(7)).toBe(0);
    await ward.clock.advance({ hours: 2 });
    await add(7, 'key-7').expect(201);
    expect(await beds(7)).toBe(1);
    const kept = () => ward.source.query<{ key: string }[]>('SELECT key FROM idempotency_key');
    expect((await kept()).length).toBeGreaterThan(20);
    await ward.api('administrator').post('/ops/retention/run').expect(202);
    await eventually(async () => expect(await kept()).toEqual([{ key: 'key-7' }]));
    await ward.clock.reset();
  });
});
