import { EncounterDischargedV1, HisVisitDischargedV1, PersonMergedV1, HisPatientsMergedV1 } from '#contracts';
import { transactAside } from '#platform';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allHandled, aRecordNumber, aReport, aVisitNumber, aVisitReport, startPatients } from './hospital.js';
import { allSettled } from './statements.js';

let hospital: TestService;
beforeAll(async () => {
  hospital = await startPatients();
});
afterAll(() => hospital.stop());

describe('a database that was restored from a backup', () => {
  it('FU-1 gives what it hears again the ids that other services know it by', async () => {
    const [number, retired] = [aRecordNumber(), aRecordNumber()];
    const discharge = aVisitReport(number, aVisitNumber(), 5, {
      admittedAt: '2026-02-20T09:00:00+08:00',
      dischargedAt: '2026-03-02T10:05:00+08:00',
    });
    const merge = { ...aReport(number, 6), retired };
    const hear = async () => {
      const events = [
        await hospital.publish(HisVisitDischargedV1, discharge),
        await hospital.publish(HisPatientsMergedV1, merge),
      ];
      await eventually(async () => expect(await allHandled(hospital, events)).toBe(true));
      return {
        discharges: (await hospital.events(EncounterDischargedV1)).map(({ data }) => data),
        merges: (await hospital.events(PersonMergedV1)).map(({ data }) => data),
      };
    };
    const before = await hear();
    expect(before.discharges).toHaveLength(1);
    expect(before.merges).toHaveLength(1);

    // What falls due of the person locks some of the tables in another order.
    await allSettled(hospital);
    await transactAside(hospital.source, (tx) =>
      tx.query('TRUNCATE person, person_identifier, person_merge, encounter, his_report, outbox, inbox CASCADE'),
    );
    expect(await hear()).toEqual(before);
  });
});
