import { BirthdayApproachedV1, BirthdayArrivedV1, HisPatientsMergedV1, HisPatientUpdatedV1 } from '#contracts';
import { eventually, faultsOfList, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BIRTHDAYS } from '../src/birthdays/birthdays.list.js';
import type { BirthdayTask } from '../src/birthdays/birthdays.dto.js';
import { allHandled, aRecordNumber, aReport, patientOf, startPatients } from './hospital.js';
import { aPng } from './photographs.js';

describe('birthdays', () => {
  let hospital: TestService;

  beforeAll(async () => {
    hospital = await startPatients();
  });
  afterAll(() => hospital.stop());

  /** Moves to a day, back or forth, and waits until the job of its morning has ended. */
  const wakeOn = async (day: string): Promise<void> => {
    await hospital.clock.set(`${day}T06:00:30+08:00`);
    await hospital.source.query(
      `UPDATE job_schedule SET next_at = $1, last_success_at = NULL WHERE name = 'patients.birthdays'`,
      [`${day}T06:00:00+08:00`],
    );
    await eventually(async () => {
      const [row] = await hospital.source.query(
        `SELECT last_success_at FROM job_schedule WHERE name = 'patients.birthdays'`,
      );
      expect(row?.last_success_at).toEqual(expect.any(Date));
    });
  };
  const bornOn = async (birthDate: string, facts: object = {}): Promise<string> => {
    const body = { name: '王伟', birthDate, ...facts };
    return (await hospital.api('agent').post('/patients').send(body).expect(201)).body.id;
  };
  const told = async (type: typeof BirthdayApproachedV1 | typeof BirthdayArrivedV1, ...ids: string[]) =>
    (await hospital.events(type)).map(({ data }) => data).filter(({ patientId }) => ids.includes(patientId));
  const tasksOf = async (id: string): Promise<BirthdayTask[]> =>
    (
      await hospital
        .api('agent')
        .get('/patients/birthdays')
        .query({ filter: `patientId eq '${id}'` })
        .expect(200)
    ).body.items;

  it('PT-6 are announced three days before and on the day, once, however often the morning comes again', async () => {
    await hospital.clock.set('2026-05-10T12:00:00+08:00');
    const [soon, later] = [await bornOn('1949-05-14'), await bornOn('1949-05-15')];
    await wakeOn('2026-05-11');
    expect(await told(BirthdayApproachedV1, soon, later)).toMatchObject([
      { patientId: soon, on: '2026-05-14', age: 77 },
    ]);
    await wakeOn('2026-05-14');
    await wakeOn('2026-05-13');
    await wakeOn('2026-05-14');
    expect(await told(BirthdayArrivedV1, soon, later)).toMatchObject([{ patientId: soon, age: 77 }]);
    expect(await told(BirthdayApproachedV1, soon, later)).toHaveLength(2);
    await wakeOn('2027-05-11');
    // By then the outbox may have forgotten last year's.
    expect((await told(BirthdayApproachedV1, soon)).at(-1)).toMatchObject({ age: 78 });
  });

  it('PT-6 that nobody ran for are made up for while the day lasts', async () => {
    await hospital.clock.set('2026-06-01T12:00:00+08:00');
    const [today, gone] = [await bornOn('1960-06-09'), await bornOn('1960-06-08')];
    await wakeOn('2026-06-09');
    expect(await told(BirthdayArrivedV1, today, gone)).toMatchObject([{ patientId: today }]);
    expect(await tasksOf(gone)).toEqual([]);
  });

  it('PT-6 of 29 February is kept on the 28th in common years', async () => {
    await hospital.clock.set('2027-02-20T12:00:00+08:00');
    const id = await bornOn('1968-02-29');
    await wakeOn('2027-02-28');
    expect(await told(BirthdayArrivedV1, id)).toMatchObject([{ on: '2027-02-28', age: 59 }]);
  });

  it('PT-6 PT-11 are none of the dead, and of whom nobody may contact', async () => {
    await hospital.clock.set('2026-07-01T12:00:00+08:00');
    const [dead, silent, died] = [
      await bornOn('1950-07-10', { deceased: true }),
      await bornOn('1950-07-10'),
      await bornOn('1950-07-10'),
    ];
    const state = { state: 'do-not-contact', holds: true, channel: 'phone' };
    await hospital.api('agent').post(`/patients/${silent}/states`).send(state).expect(201);
    await wakeOn('2026-07-08');
    expect(await told(BirthdayApproachedV1, dead, silent, died)).toMatchObject([{ patientId: died }]);
    await hospital.api('agent').patch(`/patients/${died}`).set('if-match', '"1"').send({ deceased: true }).expect(200);
    await wakeOn('2026-07-10');
    expect(await told(BirthdayArrivedV1, dead, silent, died)).toEqual([]);
  });

  it('PT-3 PT-6 of a merged record is told once, under the id that answers', async () => {
    await hospital.clock.set('2026-08-01T12:00:00+08:00');
    const [a, b] = [aRecordNumber(), aRecordNumber()];
    const tell = async (type: typeof HisPatientUpdatedV1, data: object) => {
      const event = await hospital.publish(type, data as HisPatientUpdatedV1);
      await eventually(async () => expect(await allHandled(hospital, [event])).toBe(true));
    };
    for (const number of [a, b]) await tell(HisPatientUpdatedV1, aReport(number, 0, { birthDate: '1955-08-10' }));
    const [survivor, retired] = [await patientOf(hospital, a), await patientOf(hospital, b)];
    await wakeOn('2026-08-08');
    expect(await told(BirthdayApproachedV1, survivor, retired)).toHaveLength(2);
    await tell(HisPatientsMergedV1, { ...aReport(a, 5), retired: b });
    await wakeOn('2026-08-10');
    expect(await told(BirthdayArrivedV1, survivor, retired)).toMatchObject([{ patientId: survivor }]);
  });

  it('PT-6 get a greeting, the signature of the doctor and a photo, until the day is told', async () => {
    await hospital.clock.set('2026-09-01T12:00:00+08:00');
    const id = await bornOn('1955-09-10');
    const missed = await bornOn('1955-09-09');
    await wakeOn('2026-09-08');
    const [task] = await tasksOf(id);
    const path = `/patients/birthdays/${task?.id}`;
    const greeting = { greeting: '祝您生日快乐！', signedBy: '李明' };
    const write = (version: number, body: object = greeting) =>
      hospital.api('agent').put(`${path}/greeting`).set('if-match', `"${version}"`).send(body);
    await write(1, { greeting: ' ', signedBy: '李明' }).expect(400);
    await write(7).expect(412);
    const { body } = await write(1).expect(200);
    expect(body).toMatchObject({ status: 'prepared', ...greeting, preparedBy: expect.any(String), version: 2 });
    await hospital.api('agent').post(`${path}/photo`).attach('file', aPng(), 'rose.png').expect(201);
    await hospital.api('agent').get(`${path}/photo`).expect(200).expect('content-type', 'image/png');
    await hospital.api('administrator').get('/patients/birthdays').expect(403);
    expect(await faultsOfList(hospital.api('agent'), '/patients/birthdays', BIRTHDAYS)).toEqual([]);

    await wakeOn('2026-09-10');
    expect((await write(3).expect(409)).body.code).toBe('birthday-over');
    expect(await tasksOf(missed)).toMatchObject([{ status: 'missed' }]);
    expect(await tasksOf(id)).toMatchObject([{ status: 'prepared', hasPhoto: true, greetedAt: expect.any(String) }]);
  });
});
