import { PersonRegisteredV1 } from '#contracts';
import type { TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aNationalId, aRecordNumber, startPatients } from './hospital.js';
import { allSettled, statementsDuring } from './statements.js';

describe('POSTs of patients with an Idempotency-Key', () => {
  let hospital: TestService;
  beforeAll(async () => {
    hospital = await startPatients();
  });
  afterAll(() => hospital.stop());

  const register = (key: string, body: object) =>
    hospital.api('agent').post('/patients').set('idempotency-key', key).send(body);

  it('PT-1, decision 9: two at once, without any number to tell them apart by, register one person', async () => {
    const answers = await Promise.all([1, 2].map(() => register('key-1', { name: '王芳' })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[1]?.text).toBe(answers[0]?.text);
    expect(answers.map(({ headers }) => headers['etag'])).toEqual(['"1"', '"1"']);
    const told = (await hospital.events(PersonRegisteredV1)).map(({ data }) => data.patientId);
    expect(told).toEqual([(answers[0]?.body as { id: string }).id]);
    const refused = await register('key-1', { name: '王方' }).expect(422);
    expect(refused.body).toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('PT-1, decision 9: of two that race for one national ID with different keys one is refused', async () => {
    const body = { name: '李雷', nationalId: aNationalId() };
    const answers = await Promise.all(['key-2', 'key-3'].map((key) => register(key, body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('PT-1, decision 9: registering asks ten things of the database, key, audit and event included', async () => {
    const identifiers = [aRecordNumber(), aRecordNumber()];
    const phones = ['13800138011'];
    let registered: { id: string } | undefined;
    await allSettled(hospital);
    const asked = await statementsDuring(async () => {
      registered = (await register('key-4', { name: '韩梅梅', phones, identifiers }).expect(201)).body;
    });
    const mine = asked.find(({ text }) => text.includes('INSERT INTO person ('))?.connection;
    const texts = asked.filter(({ connection }) => connection === mine).map(({ text }) => text);
    const begun = texts.findIndex((text) => text.includes('idempotency_key')) - 1;
    const own = texts.slice(begun, texts.indexOf('COMMIT', begun) + 1);
    expect(own).toHaveLength(10);
    // What was answered from memory is what is on record.
    const { body } = await hospital.api('agent').get(`/patients/${registered?.id}`).expect(200);
    expect(registered).toEqual(body);
  });
});
