import {
  HisPatientsMergedV1,
  HisResultContinuedV1,
  HisResultReportedV1,
  HisResultWithdrawnV1,
  HisVisitDischargedV1,
  ResultRecordedV1,
  type PatientIdentifier,
  type ReportedObservation,
  type ReportedResult,
} from '#contracts';
import { newId } from '#platform';
import { eventually, faultsOfList, scrape, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ResultDetail, ResultView } from '../src/results/results.dto.js';
import { RESULTS } from '../src/results/results.list.js';
import {
  allHandled,
  aRecordNumber,
  aReport,
  aVisitNumber,
  aVisitReport,
  patientOf,
  startPatients,
} from './hospital.js';

let orders = 0;
const anOrderNumber = () => `L${(orders += 1)}`;
const value = (over: Partial<ReportedObservation> = {}): ReportedObservation => ({
  ...{
    code: 'WBC',
    name: '白细胞',
    value: '12.4',
    number: 12.4,
    unit: '10^9/L',
    abnormality: 'abnormal',
    status: 'final',
  },
  ...over,
});
const aResult = (over: Partial<ReportedResult> = {}): ReportedResult => ({
  ...{ orderNumber: anOrderNumber(), placerNumber: 'YZ1', code: 'CBC', name: '血常规', kind: 'laboratory' },
  ...{ status: 'final', observedAt: '2026-03-01T08:00:00+08:00', observations: [value()], textParts: 0 },
  ...over,
});
const reported = (number: PatientIdentifier, minute: number, result: ReportedResult, visitNumber?: string) => ({
  ...{ ...aReport(number, minute), partner: 'demo-lis', number: 1, result },
  ...(visitNumber === undefined ? {} : { visitNumber }),
});
const withdrawn = (number: PatientIdentifier, minute: number, { orderNumber, code, name }: ReportedResult) => ({
  ...{ ...aReport(number, minute), partner: 'demo-lis', number: 1 },
  order: { orderNumber, code: code ?? '', name: name ?? '' },
});

describe('results in the record', () => {
  let hospital: TestService;
  beforeAll(async () => {
    hospital = await startPatients();
  });
  afterAll(() => hospital.stop());

  const tell = async (...told: [Parameters<TestService['publish']>[0], object][]): Promise<void> => {
    const events: { id: string }[] = [];
    for (const [type, data] of told) events.push(await hospital.publish(type, data));
    await eventually(async () => expect(await allHandled(hospital, events)).toBe(true));
    expect(await hospital.source.query('SELECT subject, error FROM parked_event')).toEqual([]);
  };
  const results = async (
    id: string,
    query: object = {},
    role: 'agent' | 'duty-doctor' = 'agent',
  ): Promise<ResultView[]> =>
    (await hospital.api(role).get(`/patients/${id}/results`).query(query).expect(200)).body.items;
  const detail = async (id: string, role: 'agent' | 'duty-doctor' = 'agent'): Promise<ResultDetail> =>
    (await hospital.api(role).get(`/patients/results/${id}`).expect(200)).body;
  const recorded = async (patientId: string) =>
    (await hospital.events(ResultRecordedV1)).map(({ data }) => data).filter((data) => data.patientId === patientId);

  it('PT-2 come with who they are of, as values, and are told once, however often and on', async () => {
    const number = aRecordNumber();
    const event = reported(number, 0, aResult());
    await tell([HisResultReportedV1, event], [HisResultReportedV1, { ...event, eventTime: event.eventTime }]);
    const id = await patientOf(hospital, number);
    const [result, ...others] = await results(id);
    expect(others).toEqual([]);
    expect(result).toMatchObject({
      ...{ patientId: id, kind: 'laboratory', status: 'final', code: 'CBC', name: '血常规', placerNumber: 'YZ1' },
      ...{ abnormality: 'abnormal', observedAt: '2026-03-01T00:00:00.000Z', reportedAt: event.eventTime },
      ...{ sensitive: false, withheld: false, text: null, textComplete: true, encounterId: null },
      observations: [{ code: 'WBC', value: '12.4', unit: '10^9/L', abnormality: 'abnormal' }],
    });
    expect(await recorded(id)).toEqual([
      {
        ...{ resultId: result?.id, patientId: id, kind: 'laboratory', status: 'final', abnormality: 'abnormal' },
        ...{ sensitive: false, orderNumber: event.result.orderNumber, code: 'CBC' },
        ...{ observedAt: '2026-03-01T00:00:00.000Z', reportedAt: event.eventTime },
      },
    ]);
  });

  it('PT-2 an older preliminary that comes late changes nothing; a correction shows what was before', async () => {
    const number = aRecordNumber();
    const result = aResult();
    const as = (status: 'preliminary' | 'corrected', text: string) => ({
      ...{ ...result, status, observations: [value({ status, value: text, abnormality: 'normal' })] },
    });
    await tell([HisResultReportedV1, reported(number, 5, result)]);
    await tell([HisResultReportedV1, reported(number, 1, as('preliminary', '11'))]);
    const id = await patientOf(hospital, number);
    expect((await results(id))[0]).toMatchObject({ status: 'final', observations: [{ value: '12.4' }] });
    await tell([HisResultReportedV1, reported(number, 6, as('corrected', '9.9'))]);
    await tell([HisResultReportedV1, reported(number, 9, as('preliminary', '13'))]);
    const [now] = await results(id);
    expect(now).toMatchObject({ status: 'corrected', abnormality: 'normal', observations: [{ value: '9.9' }] });
    const { reports } = await detail(now?.id ?? '');
    expect(reports.map(({ status, observations }) => [status, observations[0]?.value])).toEqual([
      ['preliminary', '13'],
      ['corrected', '9.9'],
      ['final', '12.4'],
      ['preliminary', '11'],
    ]);
    expect((await recorded(id)).map(({ status }) => status)).toEqual(['final', 'corrected']);
    const [{ remark }] = await hospital.source.query(
      `SELECT remark FROM his_report WHERE record_key = $1 AND remark LIKE '%result%'`,
      [`${number.issuer}|${number.value}`],
    );
    expect(remark).toContain('result: less sure than what holds');
  });

  it('PT-2 taken back they hold no longer, also when that is heard first', async () => {
    const [number, other] = [aRecordNumber(), aRecordNumber()];
    const result = aResult();
    await tell([HisResultReportedV1, reported(number, 0, result)]);
    await tell([HisResultWithdrawnV1, withdrawn(number, 1, result)]);
    const id = await patientOf(hospital, number);
    expect(await results(id)).toMatchObject([{ status: 'withdrawn', observations: [], abnormality: 'normal' }]);
    expect((await recorded(id)).map(({ status }) => status)).toEqual(['final', 'withdrawn']);
    // The same number again, reported for whom it is of.
    await tell([HisResultReportedV1, reported(other, 2, result)]);
    expect(await results(await patientOf(hospital, other))).toMatchObject([{ status: 'final' }]);
    expect(await results(id, { filter: `status ne 'withdrawn'` })).toEqual([]);

    const [late, third] = [aResult(), aRecordNumber()];
    await tell([HisResultWithdrawnV1, withdrawn(third, 5, late)]);
    await tell([HisResultReportedV1, reported(third, 1, late)]);
    const gone = await patientOf(hospital, third);
    expect(await results(gone)).toMatchObject([{ status: 'withdrawn' }]);
    expect(await recorded(gone)).toEqual([]);
  });

  it('ADR 61: a long report is put together from its parts, once, and lists show its beginning', async () => {
    const number = aRecordNumber();
    const [first, second, third] = ['所见'.repeat(2_000), '𠮷'.repeat(1_000), '完'];
    const event = reported(number, 0, {
      ...aResult({ kind: 'imaging', code: 'CT', name: '胸部CT', observations: [], impression: '结节' }),
      ...{ text: first, textParts: 3, abnormality: 'abnormal' },
    });
    const { messageId, recordKey } = event;
    const further = (part: number, text: string) => ({ messageId, recordKey, number: 1, part, text });
    await tell([HisResultReportedV1, event], [HisResultContinuedV1, further(2, second)]);
    const id = await patientOf(hospital, number);
    const [listed] = await results(id);
    expect(listed).toMatchObject({ textComplete: false, impression: '结节', abnormality: 'abnormal' });
    expect(listed?.text).toHaveLength(2_000);
    expect(await detail(listed?.id ?? '')).toMatchObject({ text: `${first}${second}`, textComplete: false });
    await tell([HisResultContinuedV1, further(3, third)], [HisResultContinuedV1, further(2, second)]);
    expect(await detail(listed?.id ?? '')).toMatchObject({ text: `${first}${second}${third}`, textComplete: true });
    // Of a report that was never kept there is nothing to continue, and nothing to wait for.
    await tell([HisResultContinuedV1, { ...further(2, 'x'), messageId: newId() }]);
  });

  it('PT-2 stand in the timeline and in the picture of who calls, with their visit once it is known', async () => {
    const [number, visit] = [aRecordNumber(), aVisitNumber()];
    const image = aResult({
      kind: 'imaging',
      code: 'CT',
      name: '胸部CT',
      observations: [],
      text: '正常',
      textParts: 1,
    });
    await tell([HisResultReportedV1, reported(number, 0, aResult(), visit)]);
    await tell([
      HisResultReportedV1,
      reported(number, 1, { ...image, observedAt: '2026-03-01T09:00:00+08:00' }, visit),
    ]);
    const stay = { admittedAt: '2026-02-20T09:00:00+08:00', dischargedAt: '2026-03-02T10:00:00+08:00' };
    await tell([HisVisitDischargedV1, aVisitReport(number, visit, 2, stay)]);
    const id = await patientOf(hospital, number);
    const { body: timeline } = await hospital.api('agent').get(`/patients/${id}/timeline`).expect(200);
    const [imaging, result, encounter] = timeline.items;
    expect([imaging, result]).toMatchObject([
      { kind: 'imaging', what: 'CT', title: '胸部CT', outcome: 'normal', encounterId: encounter.encounterId },
      { kind: 'result', what: 'CBC', title: '血常规', outcome: 'abnormal', encounterId: encounter.encounterId },
    ]);
    const query = { mrn: number.value, issuer: number.issuer };
    const { body } = await hospital.api('agent').get('/patients/lookup').query(query).expect(200);
    expect(body.picture.abnormalResults).toMatchObject([{ name: '血常规', observations: [{ value: '12.4' }] }]);
    const { body: one } = await hospital.api('agent').get(`/patients/${id}/timeline?kinds=imaging`).expect(200);
    expect(one.items).toHaveLength(1);
  });

  it('PT-9 sensitive ones are told to those who may, and cannot be found out by asking', async () => {
    const number = aRecordNumber();
    const hiv = value({ code: 'HIVAB', name: 'HIV抗体', value: '阴性', abnormality: 'normal' });
    await tell([
      HisResultReportedV1,
      reported(number, 0, aResult({ code: 'SQBX', name: '术前八项', observations: [hiv] })),
    ]);
    const visit = aVisitNumber();
    const psychiatric = { departmentCode: '15.01', admittedAt: '2026-02-20T09:00:00+08:00' };
    await tell([HisVisitDischargedV1, aVisitReport(number, visit, 1, psychiatric)]);
    const scale = aResult({ code: 'X9', name: '量表', observedAt: '2026-02-21T08:00:00+08:00' });
    await tell([HisResultReportedV1, reported(number, 2, scale, visit)]);
    const id = await patientOf(hospital, number);

    const veiled = await results(id);
    expect(veiled).toMatchObject(
      [1, 2].map(() => ({
        ...{ sensitive: true, withheld: true, code: null, name: null, section: null, abnormality: null },
        ...{ observations: [], impression: null, text: null },
      })),
    );
    for (const filter of [`code eq 'SQBX'`, `name eq '术前八项'`, `abnormality eq 'normal'`]) {
      expect(await results(id, { filter })).toEqual([]);
    }
    expect((await detail(veiled[0]?.id ?? '')).reports).toEqual([]);
    const entries = async (role: 'agent' | 'duty-doctor') =>
      (await hospital.api(role).get(`/patients/${id}/timeline?kinds=result`).expect(200)).body.items;
    expect(await entries('agent')).toMatchObject([1, 2].map(() => ({ what: '', title: null, outcome: null })));

    expect(await results(id, { filter: `code eq 'SQBX'` }, 'duty-doctor')).toMatchObject([
      { withheld: false, sensitive: true, observations: [{ value: '阴性' }] },
    ]);
    expect((await detail(veiled[0]?.id ?? '', 'duty-doctor')).reports).toHaveLength(1);
    expect(await entries('duty-doctor')).toMatchObject([{ title: '术前八项' }, { title: '量表' }]);
    const told = await recorded(id);
    expect(told).toMatchObject([{ sensitive: true, abnormality: 'normal' }, { sensitive: true }]);
    expect(told.some((data) => 'code' in data)).toBe(false);
  });

  it('PT-9 sensitive they stay when what made them so is taken back, for their reports still show it', async () => {
    const number = aRecordNumber();
    const hiv = value({ code: 'HIVAB', name: 'HIV抗体', value: '阳性' });
    const [panel, whole] = [aResult({ observations: [value(), hiv] }), aResult({ observations: [hiv] })];
    const back = { ...panel, status: 'corrected' as const, observations: [{ ...hiv, value: '', status: 'withdrawn' }] };
    const inWords = aResult({ observations: [], text: '阳性\n请复查', textParts: 1, named: [{ name: 'HIV抗体' }] });
    await tell([HisResultReportedV1, reported(number, 0, panel)], [HisResultReportedV1, reported(number, 0, whole)]);
    await tell([HisResultReportedV1, reported(number, 0, inWords)]);
    await tell([HisResultReportedV1, reported(number, 1, back as ReportedResult)]);
    await tell(
      [HisResultWithdrawnV1, withdrawn(number, 1, whole)],
      [HisResultWithdrawnV1, withdrawn(number, 1, inWords)],
    );
    const id = await patientOf(hospital, number);
    const veiled = await results(id);
    expect(veiled).toHaveLength(3);
    for (const each of veiled) {
      expect(await detail(each.id)).toMatchObject({ withheld: true, observations: [], text: null, reports: [] });
      expect((await detail(each.id, 'duty-doctor')).reports).toHaveLength(2);
    }
    expect((await recorded(id)).every(({ sensitive }) => sensitive)).toBe(true);
  });

  it('PT-3 of merged records are one list; a correction finds its result; taken back, each has its own', async () => {
    const [number, retired] = [aRecordNumber(), aRecordNumber()];
    const [own, theirs] = [aResult(), aResult()];
    await tell([HisResultReportedV1, reported(number, 0, own)], [HisResultReportedV1, reported(retired, 0, theirs)]);
    const [kept, gone] = [await patientOf(hospital, number), await patientOf(hospital, retired)];
    await tell([HisPatientsMergedV1, { ...aReport(number, 5), retired }]);
    const corrected = {
      ...theirs,
      status: 'corrected' as const,
      observations: [value({ status: 'corrected', value: '9' })],
    };
    await tell([HisResultReportedV1, reported(number, 6, corrected)]);
    const all = await results(gone);
    expect(all).toEqual(await results(kept));
    expect(all.map(({ patientId, status }) => [patientId, status]).sort()).toEqual(
      [
        [kept, 'final'],
        [gone, 'corrected'],
      ].sort(),
    );
    const manager = hospital.api('centre-manager');
    const { body } = await manager.get(`/patients/${kept}/merges`).expect(200);
    await manager.post(`/patients/merges/${body.items[0].id}/undo`).send({ reason: '同名的两个人' }).expect(200);
    expect((await results(kept)).map(({ orderNumber }) => orderNumber)).toEqual([own.orderNumber]);
    expect((await results(gone)).map(({ orderNumber }) => orderNumber)).toEqual([theirs.orderNumber]);
  });

  it('PT-2 come in order although they are handled at once, from two numbers of one person', async () => {
    const [number, retired] = [aRecordNumber(), aRecordNumber()];
    await tell([HisResultReportedV1, reported(number, 0, aResult())]);
    await tell([HisPatientsMergedV1, { ...aReport(number, 1), retired }]);
    const result = aResult();
    const told = Array.from({ length: 12 }, (_, i) => {
      const observations = [value({ value: `${i}` })];
      return [
        HisResultReportedV1,
        reported(i % 2 === 0 ? number : retired, 10 + i, { ...result, observations }),
      ] as const;
    });
    await tell(...told.toReversed().map(([type, data]) => [type, data] as [typeof HisResultReportedV1, object]));
    const id = await patientOf(hospital, number);
    const filter = `orderNumber eq '${result.orderNumber}'`;
    expect(await results(id, { filter })).toMatchObject([{ observations: [{ value: '11' }] }]);
  });

  it('ADR 46: are filtered and sorted by every field, and read page by page', async () => {
    const number = aRecordNumber();
    for (let i = 0; i < 3; i += 1) await tell([HisResultReportedV1, reported(number, i, aResult())]);
    const id = await patientOf(hospital, number);
    expect(await faultsOfList(hospital.api('agent'), `/patients/${id}/results`, RESULTS)).toEqual([]);
    const first = (await hospital.api('agent').get(`/patients/${id}/results?limit=2`).expect(200)).body;
    const rest = await results(id, { limit: 2, cursor: first.nextCursor });
    expect(new Set([...first.items, ...rest].map((each: ResultView) => each.id)).size).toBe(3);
    await hospital.api('agent').get(`/patients/${newId()}/results`).expect(404);
    await hospital.api('agent').get(`/patients/results/${newId()}`).expect(404);
    await hospital.api('administrator').get(`/patients/${id}/results?filter=orderNumber eq 'L1'`).expect(403);
    const { body: masked } = await hospital.api('administrator').get(`/patients/${id}/results`).expect(200);
    expect(masked.items[0].orderNumber).not.toBe(first.items[0].orderNumber);
    const outcomes = { kind: 'laboratory', outcome: 'recorded' };
    expect((await scrape(hospital.url)).value('hospital_patients_results_total', outcomes)).toBeGreaterThan(5);
  });
});
