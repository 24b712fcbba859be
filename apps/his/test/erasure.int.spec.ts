import { HisErasureReportedV1, PersonErasedV1 } from '#contracts';
import { newId } from '#platform';
import { eventually } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDischarge, startHis, type HisService } from './his-service.js';

describe('the order to erase a person', () => {
  let his: HisService;
  beforeAll(async () => {
    his = await startHis();
  });
  afterAll(() => his.stop());

  it('PT-9 empties the messages that name the person, and none of another issuer’s patient of the same number', async () => {
    const own = aDischarge({ pid: { 3: 'SAME-1^^^HIS^MR' } });
    const others = aDischarge({ pid: { 3: 'SAME-1^^^BRANCH^MR' } });
    const refused = aDischarge({ pid: { 3: 'SAME-1^^^HIS^MR', 7: 'not a date' } });
    const sender = await his.sender();
    for (const { bytes } of [own, others, refused]) await sender.send(bytes);
    const patientId = newId();
    await his.publish(PersonErasedV1, {
      ...{ erasureId: newId(), patientId, patientIds: [patientId] },
      recordNumbers: [{ issuer: 'HIS', value: 'SAME-1' }],
      erasedAt: his.clock.now().toISOString(),
    });
    const told = async () => (await his.events(HisErasureReportedV1)).map(({ data }) => data);
    await eventually(async () => expect(await told()).toMatchObject([{ patientId, state: 'applied' }]));
    const stored: { control_id: string; raw: Buffer; record_numbers: string[] }[] = await his.source.query(
      'SELECT control_id, raw, record_numbers FROM hl7_message',
    );
    const left = stored.filter(({ raw }) => raw.length > 0);
    expect(stored.map(({ control_id }) => control_id).sort()).toEqual(
      [own, others, refused].map(({ controlId }) => controlId).sort(),
    );
    expect(left).toMatchObject([{ control_id: others.controlId, raw: others.bytes, record_numbers: ['SAME-1'] }]);
  });
});
