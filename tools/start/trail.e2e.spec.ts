import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataOf, type components, type HospitalClient } from '#client';
import { eventually, dischargeMessage, sendUntilAnswered, TestHospital, type Discharge } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { Temporal } from 'temporal-polyfill';
import { projectRoot } from '../backing-services/index.js';
import { namesIn, unlabelled } from '../documents/given-fields.js';

type Plan = components['schemas']['FollowUpPlan'];

const shanghai = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai');

describe('a discharge on the wire', () => {
  let hospital: TestHospital;
  let client: HospitalClient;
  let nurse: HospitalClient;

  beforeAll(async () => {
    hospital = await TestHospital.open();
    client = await hospital.client();
    nurse = await hospital.client('nurse');
  }, 120_000);

  afterAll(() => hospital.close(), 60_000);

  const send = (discharge: Discharge) => sendUntilAnswered(hospital.mllp, [Buffer.from(dischargeMessage(discharge))]);

  const patientOf = async (mrn: string) => {
    const { items } = await dataOf(nurse.GET('/patients', { params: { query: { mrn } } }));
    return items[0];
  };

  const plansOf = async (mrn: string): Promise<Plan[]> => {
    const patient = await eventually(async () => {
      const found = await patientOf(mrn);
      expect(found).toBeDefined();
      return found as { id: string };
    });
    const query = { patientId: patient.id };
    return (await dataOf(nurse.GET('/follow-up/plans', { params: { query } }))).items;
  };

  /** The plan of the discharge; an operation may have one beside it (FU-3). */
  const planOf = (mrn: string) =>
    eventually(async () => {
      const plans = (await plansOf(mrn)).filter(({ anchor }) => anchor === 'discharge');
      expect(plans).toHaveLength(1);
      return plans[0] as Plan;
    });

  const windows = (plan: Plan) => plan.tasks.map((task) => `${task.step} ${task.opensOn}..${task.dueOn}`);

  it('PT-9 is, for the person, in one package out of every service', async () => {
    await send({ number: 9_058, at: shanghai('2026-03-02T09:00'), name: '葉^东珅' });
    const { patientId } = await planOf('T9058');
    const path = { id: patientId };
    const body = { askedBy: 'self', identityCheck: 'document-in-person', legalBasis: 'PIPL Art. 45' } as const;
    const ordered = await dataOf(client.POST('/patients/{id}/data-packages', { params: { path }, body }));
    const one = { path: { ...path, packageId: ordered.id } };
    await eventually(async () => {
      const made = await dataOf(client.GET('/patients/{id}/data-packages/{packageId}', { params: one }));
      expect(made).toMatchObject({ state: 'ready', missing: [] });
    });
    const { url } = await dataOf(
      client.GET('/patients/{id}/data-packages/{packageId}/link', { params: { ...one, query: { format: 'json' } } }),
    );
    const file = await (await fetch(new URL(url, hospital.stack.urls['gateway']))).text();
    const { parts } = JSON.parse(file) as {
      parts: { service: string; complete: boolean; sections: { name: string; rows: object[] }[] }[];
    };
    expect(parts.map(({ service, complete }) => [service, complete])).toEqual([
      ['staff', true],
      ['follow-up', true],
      ['complaints', true],
      ['his', true],
      ['patients', true],
    ]);
    const names = parts.flatMap(({ sections }) => sections.flatMap(({ rows }) => rows.flatMap(namesIn)));
    expect(unlabelled(names)).toEqual([]);
    const rows = Object.fromEntries(parts.flatMap(({ sections }) => sections.map((each) => [each.name, each.rows])));
    expect(rows['raw-messages']).toMatchObject([{ type: 'ADT^A03', message: expect.stringContaining('葉^东珅') }]);
    expect(rows['follow-up-plans']).toHaveLength(1);
    expect(rows['stays']).toHaveLength(1);
    expect(rows['follow-up-tasks']?.length).toBeGreaterThan(3);
    expect(rows['person']).toMatchObject([{ id: patientId, name: '葉东珅' }]);
  });

  it.each([
    [
      'the end of January',
      '2026-01-31T09:00',
      ['01-31..2026-02-07', '02-15..2026-02-21', '03-08..2026-03-14', '04-05..2026-04-11'],
    ],
    [
      'a leap day',
      '2024-02-29T09:00',
      ['02-29..2024-03-07', '03-15..2024-03-21', '04-05..2024-04-11', '05-03..2024-05-09'],
    ],
    [
      "the year's end",
      '2025-12-31T23:59',
      ['12-31..2026-01-07', '01-15..2026-01-21', '02-05..2026-02-11', '03-05..2026-03-11'],
    ],
  ])('FU-2 gets its visits on the right days at %s', async (_when, local, expected) => {
    const at = shanghai(local);
    const number = at.year * 10_000 + at.month * 100 + at.day;
    expect(await send({ number, at })).toEqual(['AA']);
    const plan = await planOf(`T${number}`);
    const visits = windows(plan).filter((window) => window.startsWith('visit-'));
    expect(visits).toHaveLength(4);
    for (const [index, window] of expected.entries()) expect(visits[index]).toContain(window);
  });

  it('IN-1 keeps a Chinese name that hides delimiters in GB 18030', async () => {
    const text = dischargeMessage({ number: 1, at: shanghai('2026-03-02T10:15'), name: '葉^东珅' });
    const bytes = iconv.encode(text.replace('UNICODE UTF-8', 'GB 18030-2000'), 'gb18030');
    expect(await sendUntilAnswered(hospital.mllp, [bytes])).toEqual(['AA']);
    await planOf('T1');
    expect((await patientOf('T1'))?.name).toBe('葉东珅');
  });

  it('FU-1 sent three times makes one plan', async () => {
    const bytes = Buffer.from(dischargeMessage({ number: 2, at: shanghai('2026-03-02T10:15') }));
    const again = Buffer.from(bytes.toString().replace('TRAIL2|', 'TRAIL2B|'));
    expect(await sendUntilAnswered(hospital.mllp, [bytes, bytes, again])).toEqual(['AA', 'AA', 'AA']);
    await planOf('T2');
    await everythingHandled();
    expect(await plansOf('T2')).toHaveLength(1);
  });

  it('FU-3 an operation on the wire is told by patients, once, while the patient is still in hospital', async () => {
    const discharge = dischargeMessage({ number: 8, at: shanghai('2026-03-02T10:15') });
    const admission = discharge.replace('ADT^A03^ADT_A03|TRAIL8', 'ADT^A01^ADT_A01|TRAIL8A').replace(/\|\d+\r$/, '\r');
    const surgery = `${admission.replace('ADT^A01^ADT_A01|TRAIL8A', 'ADT^A08^ADT_A01|TRAIL8B')}PR1|1||36.06^支架置入||20260301140000\r`;
    const again = surgery.replace('TRAIL8B', 'TRAIL8C');
    const messages = [admission, surgery, again].map((text) => Buffer.from(text));
    expect(await sendUntilAnswered(hospital.mllp, messages)).toEqual(['AA', 'AA', 'AA']);
    const recorded = () =>
      hospital.rows<{ data: object }>(
        'patients',
        `SELECT event->'data' AS data FROM outbox WHERE subject = 'patients.encounter.procedure-recorded.v1'`,
      );
    await eventually(async () => expect(await recorded()).not.toEqual([]));
    await everythingHandled();
    const told = await recorded();
    expect(told).toMatchObject([
      {
        data: {
          revision: 1,
          class: 'inpatient',
          procedureCode: '36.06',
          procedureName: '支架置入',
          performedAt: '2026-03-01T06:00:00.000Z',
          departmentCode: '03.04',
          ageYears: 56,
          keyPatient: false,
        },
      },
    ]);
  });

  it('PT-11 of a patient who died makes no plan', async () => {
    expect(await send({ number: 3, at: shanghai('2026-03-02T10:15'), pid: { 30: 'Y' } })).toEqual(['AA']);
    expect(await send({ number: 4, at: shanghai('2026-03-02T10:16') })).toEqual(['AA']);
    await planOf('T4');
    await everythingHandled();
    expect(await plansOf('T3')).toEqual([]);
  });

  it("PT-11 the public corpus' discharge reports a death: the stay is closed and nobody is called", async () => {
    expect(await sendUntilAnswered(hospital.mllp, [corpusFile('ms-adt-a03-01.hl7')])).toEqual(['AA']);
    await everythingHandled();
    expect(await plansOf('PATID1234')).toEqual([]);
  });

  it("FU-1 the public corpus' discharge of a living patient makes a plan", async () => {
    const alive = corpusFile('ms-adt-a03-01.hl7')
      .toString()
      .replace('|20080825111630+0115|Y|', '||N|')
      .replaceAll('PATID1234', 'PATID5678')
      .replace('123456789^^^USSSA^SS', '987654321^^^USSSA^SS')
      .replaceAll('40007716', '40007717');
    expect(await sendUntilAnswered(hospital.mllp, [Buffer.from(alive)])).toEqual(['AA']);
    const plan = await planOf('PATID5678');
    // Discharged 2015-02-09 11:34 at +01:10, in Shanghai the same day: the four visits have long lapsed.
    expect(plan.tasks.filter((task) => task.step.startsWith('visit-')).map((task) => task.status)).toEqual(
      Array.from({ length: 4 }, () => 'lapsed'),
    );
  });

  const corpusFile = (name: string) => readFileSync(join(projectRoot(), 'apps', 'his', 'test', 'corpus', name));

  /** Nothing is on its way any more, in any service. */
  async function everythingHandled(): Promise<void> {
    for (const service of ['his', 'patients', 'follow-up'] as const) {
      await eventually(async () => {
        const state = await dataOf(client.GET(`/ops/${service}/consumers`));
        expect(state.outboxWaiting).toBe(0);
        for (const consumer of state.consumers) expect(consumer).toMatchObject({ behind: 0, parked: 0 });
      });
    }
  }
});
