import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dischargeMessage, eventually, sendUntilAnswered, TestHospital, tracesOf } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { openToRead, openToReplace, SERVICE_DATABASES } from '../backup/hospital-server.js';
import { restoreBackup } from '../backup/restore-backup.js';
import { takeBackup } from '../backup/take-backup.js';
import { DEMO_USERS } from './demo-users.js';

const NAME = '欧阳鹇鹭';
const PHONE = '13917755331';
const NATIONAL_ID = '440524188001010014';
const NUMBER = 777_123;
const RECORD = `T${NUMBER}`;
const WORDS = [NAME, '欧阳^鹇鹭', PHONE, NATIONAL_ID, RECORD];
const onLog = () => undefined;

type Json = Record<string, unknown>;
interface ServiceStores {
  service: string;
  stores: object[];
}

/** PT-9, decision 15, at the front doors: all that is known of one person, in every service, and then nothing. */
describe('the erasure of a person', () => {
  let hospital: TestHospital;
  let patientId: string;
  let folder: string;
  const backupDir = mkdtempSync(join(tmpdir(), 'hospital-erasure-'));
  const tokens = new Map<string, string>();

  const base = () => hospital.stack.urls['gateway'] as string;
  const send = (path: string, method: string, headers: Record<string, string>, body?: object) =>
    fetch(`${base()}${path}`, {
      method,
      headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });

  const tokenOf = async (user: keyof typeof DEMO_USERS): Promise<string> => {
    const { username, password } = DEMO_USERS[user];
    const known = tokens.get(user);
    if (known !== undefined) return known;
    const answer = await send('/auth/token', 'POST', {}, { username, password });
    const { accessToken } = (await answer.json()) as { accessToken: string };
    tokens.set(user, accessToken);
    return accessToken;
  };

  const ask = async (user: keyof typeof DEMO_USERS, method: string, path: string, body?: object, version?: number) => {
    const authorization = `Bearer ${await tokenOf(user)}`;
    return send(
      path,
      method,
      { authorization, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
      body,
    );
  };
  const done = async (...args: Parameters<typeof ask>): Promise<Json> => {
    const answer = await ask(...args);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${args[1]} ${args[2]}: ${answer.status} ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as Json;
  };

  /** Where any database of the hospital still says something of the person. */
  const traces = async (words = WORDS): Promise<string[]> => {
    const found = SERVICE_DATABASES.map(async ({ service }) => {
      const query = (sql: string, values?: unknown[]) => hospital.rows(service, sql, values ?? []);
      return (await tracesOf({ query }, words)).map(([table, column]) => `${service} ${table}.${column}`);
    });
    return (await Promise.all(found)).flat();
  };

  const restore = () =>
    hospital.closedFor(async () => {
      const server = await openToReplace({ dataDir: hospital.dataDir, backupDir });
      try {
        await restoreBackup({ serverUrl: server.url, folder, now: new Date(), onLog });
      } finally {
        await server.close();
      }
    });

  const discharged = (over: object = {}) =>
    dischargeMessage({
      ...{ number: NUMBER, at: Temporal.ZonedDateTime.from('2026-03-02T10:15[Asia/Shanghai]') },
      ...{ name: '欧阳^鹇鹭', pid: { 13: PHONE, 19: NATIONAL_ID }, ...over },
    });

  beforeAll(async () => {
    hospital = await TestHospital.open();
    await sendUntilAnswered(hospital.mllp, [Buffer.from(discharged())]);
    // One that nobody can read, so that his knows no record number of it.
    const unread = discharged().replace('ADT^A03^ADT_A03', 'ADT^Z99^ADT_Z99').replace(`TRAIL${NUMBER}`, 'TRAILX');
    await sendUntilAnswered(hospital.mllp, [Buffer.from(unread)]);
    patientId = await eventually(async () => {
      const { items } = (await done('agent', 'GET', `/patients?mrn=${RECORD}`)) as { items: { id: string }[] };
      expect(items).toHaveLength(1);
      return (items[0] as { id: string }).id;
    });
    await everythingAboutThem();
    const server = await openToRead({ dataDir: hospital.dataDir, backupDir });
    folder = await takeBackup({ serverUrl: server.url, backupDir, now: new Date(), onLog });
    await server.close();
  }, 180_000);

  afterAll(async () => {
    await hospital.close();
    rmSync(backupDir, { recursive: true, force: true });
  });

  async function everythingAboutThem(): Promise<void> {
    await done('agent', 'POST', `/patients/${patientId}/promises`, { text: `答应${NAME}安排专家` });
    await done('agent', 'POST', `/patients/${patientId}/consents`, {
      ...{ purpose: 'marketing', granted: true, channel: 'phone', legalBasis: 'consent', reason: `${NAME}来电` },
    });
    await done('manager', 'POST', '/staff/notifications', {
      ...{ purpose: 'test.patient', subjectType: 'patient', subjectId: patientId, occasion: 'once', urgency: 'normal' },
      ...{ titleZh: '请回电', titleEn: 'Call back', textZh: `${NAME} ${PHONE}`, textEn: `Call ${PHONE}` },
      ...{ to: [{ role: 'agent' }], next: [] },
    });
    const plan = await eventually(async () => {
      const query = `/follow-up/plans?patientId=${patientId}`;
      const { items } = (await done('nurse', 'GET', query)) as { items: { id: string; version: number }[] };
      expect(items).toHaveLength(1);
      return items[0] as { id: string; version: number };
    });
    await done(
      'nurse',
      'POST',
      `/follow-up/plans/${plan.id}/end`,
      { reason: 'refused', note: `${NAME}不愿` },
      plan.version,
    );
    await hospital.rows(
      'follow-up',
      `INSERT INTO parked_event (id, stream, stream_seq, event_id, subject, partition_key, event, reason, error, attempts, parked_at)
       VALUES (gen_random_uuid(), 'patients', 999999, gen_random_uuid()::text, 'patients.person.updated.v1', $1, $2, 'failed', $2, 5, now())`,
      [patientId, `{"data":{"name":"${NAME}"}}`],
    );
  }

  it('PT-9 leaves nothing of name, phone, national ID and record number in any table of any database but what the answer says', async () => {
    const before = await traces();
    for (const place of [
      'patients person.name',
      'his hl7_message.raw',
      'staff notification.text_zh',
      'follow-up plan.end_note',
    ])
      expect(before).toContain(place);
    const preview = await done('manager', 'GET', `/patients/${patientId}/erasures/preview`);
    expect(await traces()).toEqual(before);
    const asked = await done('manager', 'POST', `/patients/${patientId}/erasures`, {
      ...{ askedBy: 'person', identityCheck: 'id-document-seen', reason: `${NAME}书面申请` },
    });
    const erasure = `/patients/erasures/${asked['id'] as string}`;
    await done('admin', 'POST', `${erasure}/confirm`, {});
    const answer = await eventually(async () => {
      const read = await done('admin', 'GET', erasure);
      expect(read).toMatchObject({ done: true });
      return read as unknown as { letter: Record<string, string>; services: ServiceStores[] };
    });
    for (const { service, stores } of preview['services'] as ServiceStores[]) {
      const done = answer.services.find((report) => report.service === service);
      expect([service, stores]).toEqual([service, done?.stores]);
    }
    expect(answer.letter['zh-CN']).toContain('2056-03-02');
    expect(answer.services.map(({ service }) => service).toSorted()).toEqual([
      'complaints',
      'follow-up',
      'his',
      'patients',
      'staff',
    ]);
    await eventually(async () =>
      expect(await traces()).toEqual(
        ['patients sealed_record.rows', 'follow-up sealed_record.rows'].toSorted(bySealing),
      ),
    );
    expect((await ask('admin', 'GET', `/patients/${patientId}`)).status).toBe(410);
    // The hash and the control id stay: a repeat is known for one.
    const kept = `SELECT 1 FROM hl7_message WHERE control_id IN ($1, 'TRAILX') AND raw = '' AND length(body_hash) > 0`;
    expect(await hospital.rows('his', kept, [`TRAIL${NUMBER}`])).toHaveLength(2);
  }, 120_000);

  it('decision 15 a restored backup brings nobody back', async () => {
    await restore();
    expect((await ask('admin', 'GET', `/patients/${patientId}`)).status).toBe(410);
    await eventually(async () =>
      expect(await traces()).toEqual(
        ['patients sealed_record.rows', 'follow-up sealed_record.rows'].toSorted(bySealing),
      ),
    );
  }, 180_000);
});

/** In the order of the services. */
function bySealing(a: string, b: string): number {
  const order = SERVICE_DATABASES.map(({ service }) => service);
  return order.indexOf(a.split(' ')[0] as string) - order.indexOf(b.split(' ')[0] as string);
}
