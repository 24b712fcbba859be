import { HisErasureReportedV1, PersonErasedV1 } from '#contracts';
import { Erasure, newId } from '#platform';
import { eventually } from '#testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { MessagesPersonData } from '../src/messages/messages.person-data.js';
import { aDischarge, startHis, type HisService } from './his-service.js';

describe('what is kept of a person', () => {
  let his: HisService;
  beforeAll(async () => {
    his = await startHis();
  });
  afterAll(() => his.stop());

  it('PT-9 is emptied of the messages that name the person, and of none of others with the same or a longer number', async () => {
    const own = [
      aDischarge({ pid: { 3: 'SAME-1^^^HIS^MR' } }),
      aDischarge({ pid: { 3: 'SAME-1^^^HIS^MR', 7: 'not a date' } }),
      aDischarge({ pid: null, pv1: { 50: 'SAME-1^^^HIS' } }),
    ];
    const others = [
      aDischarge({ pid: { 3: 'SAME-1^^^BRANCH^MR' } }),
      aDischarge({ pid: { 3: 'SAME-1^^^BRANCH^MR', 7: 'not a date' } }),
      aDischarge({ pid: { 3: 'SAME-12^^^HIS^MR', 7: 'not a date' } }),
      aDischarge({ pid: null, pv1: { 50: 'SAME-12^^^HIS' } }),
    ];
    const sender = await his.sender();
    for (const { bytes } of [...own, ...others]) await sender.send(bytes);
    const patientId = newId();
    await his.publish(PersonErasedV1, {
      ...{ erasureId: newId(), patientId, patientIds: [patientId] },
      recordNumbers: [{ issuer: 'HIS', value: 'SAME-1' }],
      erasedAt: his.clock.now().toISOString(),
    });
    const told = async () => (await his.events(HisErasureReportedV1)).map(({ data }) => data);
    await eventually(async () => expect(await told()).toMatchObject([{ patientId, state: 'applied' }]));
    const stored: { id: string; raw: string; status: string; numbers: string[] }[] = await his.source.query(
      `SELECT control_id AS id, convert_from(raw, 'UTF8') AS raw, status, record_numbers AS numbers
         FROM hl7_message ORDER BY length(control_id), control_id`,
    );
    expect(stored.map(({ id, raw }) => ({ id, raw }))).toEqual([
      ...own.map(({ controlId }) => ({ id: controlId, raw: '' })),
      ...others.map(({ controlId, text }) => ({ id: controlId, raw: text })),
    ]);
    expect(stored.map(({ status }) => status)).toEqual(
      ['accepted', 'rejected', 'rejected'].concat(['accepted', 'rejected', 'rejected', 'rejected']),
    );
    expect(stored.map(({ numbers }) => numbers.join())).toEqual(['', '', '', 'SAME-1', 'SAME-1', 'SAME-12', '']);
  });

  it('PT-9 is read a few raw messages at a time, for a package and for an erasure: each may be of megabytes', async () => {
    const sender = await his.sender();
    for (let count = 0; count < 10; count += 1) {
      await sender.send(aDischarge({ pid: { 3: 'MANY-1^^^HIS^MR' } }).bytes);
    }
    const messages = his.app.get(MessagesPersonData, { strict: false });
    const recordNumbers = [{ issuer: 'HIS', value: 'MANY-1' }];
    await his.source.transaction(async (tx) => {
      const statements = jest.spyOn(tx, 'query');
      const [section] = await messages.collect(tx, [], { recordNumbers });
      const rows: object[] = [];
      for await (const row of section?.rows ?? []) rows.push(row);
      expect(rows).toHaveLength(10);
      await messages.erase(tx, [], his.clock.now(), new Erasure(newId(), null, recordNumbers));
      const read = await Promise.all(statements.mock.results.map(({ value }) => value));
      expect(read.filter(Array.isArray).map(({ length }) => length)).toContain(8);
      for (const rowsOfOne of read.filter(Array.isArray)) expect(rowsOfOne.length).toBeLessThanOrEqual(8);
    });
  });
});
