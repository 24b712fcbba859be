import { EncounterDischargedV1, FollowUpErasureReportedV1, PersonErasedV1 } from '#contracts';
import { ErasureJob } from '#event-bus';
import { Erasures, Jobs, newId } from '#platform';
import { eventually, tracesOf } from '#testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aDischarge, aStay, Hospital, type Stay } from './hospital.js';

const WORD = '欧阳鹇鹭';

describe('the order to erase a person', () => {
  let hospital: Hospital;
  beforeAll(async () => {
    hospital = await Hospital.open();
  });
  afterAll(() => hospital.close());

  const count = async (sql: string, ...values: unknown[]): Promise<number> => {
    const rows: { n: string }[] = await hospital.service.source.query(sql, values);
    return Number(rows[0]?.n);
  };
  const order = ({ patientId }: Stay, over: Partial<PersonErasedV1> = {}): PersonErasedV1 => ({
    ...{ erasureId: newId(), patientId, patientIds: [patientId], recordNumbers: [{ issuer: 'DEMO', value: 'MR7' }] },
    erasedAt: hospital.service.clock.now().toISOString(),
    ...over,
  });
  const reports = async ({ patientId }: Stay) =>
    (await hospital.service.events(FollowUpErasureReportedV1))
      .map(({ data }) => data)
      .filter((report) => report.patientId === patientId);
  const answered = ({ patientId }: Stay) =>
    hospital
      .nurse()
      .post('/follow-up/responses')
      .send({
        ...{ questionnaire: { code: 'discharged-satisfaction', version: 1 }, patientId, channel: 'phone' },
        items: [
          { linkId: 'overall', answer: [{ valueCoding: { code: 'dissatisfied' } }] },
          { linkId: 'worst', answer: [{ valueString: WORD }] },
        ],
      })
      .expect(201);
  const planned = async (): Promise<Stay> => {
    const stay = aStay();
    await hospital.discharge(stay);
    const { id } = await hospital.planOf(stay);
    await hospital.service.source.query('UPDATE plan SET end_note = $2 WHERE id = $1', [id, WORD]);
    await answered(stay);
    // A nurse has one in hand who never says what came of it.
    await hospital.service.source.query(
      `INSERT INTO task_hand_out (task_id, account_id, at) SELECT id, 'nurse', $2 FROM task WHERE plan_id = $1 LIMIT 1`,
      [id, hospital.service.clock.now()],
    );
    return stay;
  };
  const handled = async (id: string) =>
    eventually(async () => expect(await count('SELECT count(*) AS n FROM inbox WHERE event_id = $1', id)).toBe(1));

  it('PT-9 seals plans and tasks while a term runs, whatever is parked of the person, and says what it did', async () => {
    const stay = await planned();
    await hospital.service.source.query(
      `INSERT INTO parked_event (id, stream, stream_seq, event_id, subject, partition_key, event, reason, error, attempts, parked_at)
       VALUES ($1, 'patients', 99999, gen_random_uuid()::text, 'patients.person.updated.v1', $2, $3, 'failed', $3, 5, $4)`,
      [newId(), stay.patientId, WORD, hospital.service.clock.now()],
    );
    const told = order(stay, { keepUntil: '2056-03-02T02:15:00.000Z' });
    await hospital.service.publish(PersonErasedV1, told);
    await eventually(async () => expect(await reports(stay)).toMatchObject([{ state: 'applied' }]));
    const [report] = await reports(stay);
    expect(report?.stores).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ table: 'plan', kept: 1, removed: 0 }),
        ...['questionnaire_response', 'response_score', 'response_flag'].map((table) =>
          expect.objectContaining({ table, kept: 1, removed: 0 }),
        ),
        expect.objectContaining({ table: 'person', kept: 0 }),
        expect.objectContaining({ table: 'parked_event', emptied: 1 }),
      ]),
    );
    expect(await tracesOf(hospital.service.source, [WORD])).toEqual([['sealed_record', 'rows']]);
    const nurse = hospital.service.api('follow-up-nurse');
    expect((await nurse.get(`/follow-up/plans?patientId=${stay.patientId}`).expect(200)).body.items).toEqual([]);
  });

  it('PT-9 removes everything where no term runs, and told again finds nothing left and says so again', async () => {
    const stay = await planned();
    const told = order(stay);
    await hospital.service.publish(PersonErasedV1, told);
    await eventually(async () => expect(await reports(stay)).toHaveLength(1));
    expect(await count('SELECT count(*) AS n FROM plan WHERE patient_id = $1', stay.patientId)).toBe(0);
    expect(await count('SELECT count(*) AS n FROM task_hand_out')).toBe(0);
    expect(await count('SELECT count(*) AS n FROM sealed_record WHERE erasure_id = $1', told.erasureId)).toBe(0);
    await Promise.all([hospital.service.publish(PersonErasedV1, told), hospital.service.publish(PersonErasedV1, told)]);
    await eventually(async () => expect((await reports(stay)).length).toBeGreaterThan(1));
  });

  it('PT-9 an order that comes when the job before it has looked for the last time does not wait for the next quarter of an hour', async () => {
    const stay = await planned();
    const { app } = hospital.service;
    const erasures = app.get(Erasures, { strict: false });
    const look = erasures.waiting.bind(erasures);
    const looked = jest.spyOn(erasures, 'waiting').mockImplementationOnce(async (tx) => {
      const found = await look(tx);
      const { id } = await hospital.service.publish(PersonErasedV1, order(stay));
      await handled(id);
      return found;
    });
    await app.get(Jobs, { strict: false }).enqueue(null, ErasureJob, {});
    await eventually(async () => expect(await reports(stay)).toMatchObject([{ state: 'applied' }]));
    looked.mockRestore();
  });

  it('PT-9 a discharge that is told late, or told again, makes no plan for an erased person', async () => {
    const stay = await planned();
    await hospital.service.publish(PersonErasedV1, order(stay));
    await eventually(async () => expect(await reports(stay)).toHaveLength(1));
    const late = await hospital.service.publish(EncounterDischargedV1, aDischarge(aStay(stay.patientId)));
    await handled(late.id);
    expect(await count('SELECT count(*) AS n FROM plan WHERE patient_id = $1', stay.patientId)).toBe(0);
    expect(await count('SELECT count(*) AS n FROM stay WHERE patient_id = $1', stay.patientId)).toBe(0);
  });

  it('PT-9 a store that fails undoes all of it, is told as failed, and is tried until it works', async () => {
    const stay = await planned();
    const { source } = hospital.service;
    await source.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'not now'; END $$`);
    await source.query('CREATE TRIGGER refuse BEFORE DELETE ON stay FOR EACH ROW EXECUTE FUNCTION refuse()');
    await hospital.service.publish(PersonErasedV1, order(stay));
    await eventually(async () => expect(await reports(stay)).toMatchObject([{ state: 'failed', stores: [] }]));
    expect(await count('SELECT count(*) AS n FROM plan WHERE patient_id = $1', stay.patientId)).toBe(1);
    await source.query('DROP TRIGGER refuse ON stay');
    await eventually(async () => {
      await hospital.service.app.get(Jobs, { strict: false }).enqueue(null, ErasureJob, {});
      expect((await reports(stay)).map(({ state }) => state)).toEqual(['failed', 'applied']);
    });
    expect(await count('SELECT count(*) AS n FROM plan WHERE patient_id = $1', stay.patientId)).toBe(0);
  });
});
