import { describe, expect, it } from '@jest/globals';
import { anAdt, type AdtParts } from '../../test/corpus/an-adt.js';
import type { MessageContent, MessageFact } from './facts.js';
import { readHeader } from './header.js';
import { mapMessage } from './message-mapper.js';
import { parseMessage } from './parser.js';
import { DEFAULT_PROFILE, type PartnerProfile } from './partner-profile.js';
import type { Result } from './vocabulary.js';

function map(parts: AdtParts, profile: Partial<PartnerProfile> = {}): Result<MessageContent> {
  const parsed = parseMessage(anAdt(parts));
  if (!parsed.ok) return parsed;
  const { header, delimiters } = parsed.value;
  const evn = parsed.value.first('EVN');
  return mapMessage(parsed.value, readHeader(header, evn, delimiters), { ...DEFAULT_PROFILE, ...profile });
}

function factOf(parts: AdtParts, profile?: Partial<PartnerProfile>): MessageFact {
  const mapped = map(parts, profile);
  if (!mapped.ok) throw new Error(mapped.problem.text);
  return mapped.value.facts[0];
}

const visitOf = (parts: AdtParts, profile?: Partial<PartnerProfile>) => {
  const fact = factOf(parts, profile);
  return 'visit' in fact ? fact.visit : undefined;
};

const refusal = (code: number, segment: string, field?: number) => ({
  ok: false,
  problem: { code, at: { segment, ...(field === undefined ? {} : { field }) } },
});

describe('an ADT message', () => {
  it.each([
    ['A01', 'visit-admitted'],
    ['A02', 'visit-transferred'],
    ['A03', 'visit-discharged'],
    ['A04', 'visit-registered'],
    ['A05', 'visit-preadmitted'],
    ['A08', 'patient-updated'],
    ['A11', 'visit-cancelled'],
    ['A13', 'discharge-cancelled'],
    ['A28', 'patient-updated'],
    ['A31', 'patient-updated'],
  ])('IN-1 %s is the fact %s', (event, kind) => {
    expect(factOf({ event })).toMatchObject({ kind, patient: { name: '张三', sex: 'male' } });
  });

  it('IN-1 believes MSH-9.2 before EVN-1, and EVN-1 when MSH-9 names no event', () => {
    expect(factOf({ event: 'A03', evn: { 1: 'A01' } }).kind).toBe('visit-discharged');
    expect(factOf({ msh: { 9: 'ADT' }, evn: { 1: 'A13' } }).kind).toBe('discharge-cancelled');
  });

  it('IN-1 happened at EVN-2, else at MSH-7', () => {
    expect(factOf({}).eventTime.iso).toBe('2026-01-31T10:05:00+08:00');
    expect(factOf({ evn: null }).eventTime.iso).toBe('2026-01-31T10:30:00+08:00');
  });

  it('IN-1 A08 speaks of a visit only when it names one', () => {
    expect(visitOf({ event: 'A08' })).toMatchObject({ visitNumber: 'ZY20260001' });
    expect(visitOf({ event: 'A08', pv1: { 19: '' } })).toBeUndefined();
    expect(visitOf({ event: 'A31', pv1: { 44: 'rubbish' } })).toBeUndefined();
  });

  it.each<[string, AdtParts, ReturnType<typeof refusal>]>([
    ['another message type', { msh: { 9: 'ORM^O01' } }, refusal(200, 'MSH', 9)],
    ['another event', { event: 'A45' }, refusal(201, 'MSH', 9)],
    ['an event named like a property', { event: 'constructor' }, refusal(201, 'MSH', 9)],
    ['no message type', { msh: { 9: '' } }, refusal(101, 'MSH', 9)],
    ['no control id', { msh: { 10: '' } }, refusal(101, 'MSH', 10)],
    ['a training message', { msh: { 11: 'T' } }, refusal(202, 'MSH', 11)],
    ['no processing id', { msh: { 11: '' } }, refusal(101, 'MSH', 11)],
    ['version 3', { msh: { 12: '3.0' } }, refusal(203, 'MSH', 12)],
    ['no time at all', { msh: { 7: '' }, evn: null }, refusal(101, 'MSH', 7)],
    ['an impossible event time', { evn: { 2: '20260230' } }, refusal(102, 'EVN', 2)],
    ['no PID', { pid: null }, refusal(100, 'PID')],
    ['no identifier', { pid: { 3: '^^^HIS^MR' } }, refusal(101, 'PID', 3)],
    ['a deleted identifier', { pid: { 3: '""' } }, refusal(101, 'PID', 3)],
    ['an impossible birth date', { pid: { 7: '20260230' } }, refusal(102, 'PID', 7)],
    ['an impossible time of death', { pid: { 29: '20261340' } }, refusal(102, 'PID', 29)],
    ['an unknown patient class', { pv1: { 2: 'X' } }, refusal(103, 'PV1', 2)],
    ['an impossible admission', { pv1: { 44: '2026-02-30' } }, refusal(102, 'PV1', 44)],
    ['an impossible discharge', { pv1: { 45: '20260131256000' } }, refusal(102, 'PV1', 45)],
    ['a discharge before the admission', { pv1: { 45: '20260119' } }, refusal(102, 'PV1', 45)],
    ['an impossible operation', { more: ['PR1|1||1^x||20260199'] }, refusal(102, 'PR1', 5)],
    ['a discharge of no visit', { pv1: { 19: '' } }, refusal(101, 'PV1', 19)],
    ['a discharge without PV1', { pv1: null }, refusal(100, 'PV1')],
    ['a cancelled admission of no visit', { event: 'A11', pv1: { 19: '' } }, refusal(101, 'PV1', 19)],
  ])('IN-1 is refused with the reason: %s', (_case, parts, expected) => {
    expect(map(parts)).toMatchObject(expected);
  });
});

describe('a visit', () => {
  it('IN-1 tells department, place, doctor, times, disposition, diagnoses and procedures', () => {
    const parts: AdtParts = {
      pv1: { 7: 'D017^^李敏', 36: '1^医嘱离院', 45: '20260131100000' },
      more: ['DG1|1||I21.9^急性心肌梗死||20260120|F', 'DG1|2', 'PR1|1||36.06^支架置入||20260121140000'],
    };
    expect(visitOf(parts, { departments: { '020101': '03.04' } })).toEqual({
      visitNumber: 'ZY20260001',
      class: 'inpatient',
      departmentCode: '03.04',
      departmentName: '心血管内科',
      ward: 'W12',
      bed: '03',
      attendingDoctor: { code: 'D017', name: '李敏' },
      admittedAt: { iso: '2026-01-20T09:15:00+08:00', precision: 'second' },
      dischargedAt: { iso: '2026-01-31T10:00:00+08:00', precision: 'second' },
      disposition: '1',
      diagnoses: [{ code: 'I21.9', name: '急性心肌梗死', type: 'F' }],
      procedures: [{ code: '36.06', name: '支架置入', at: { iso: '2026-01-21T14:00:00+08:00', precision: 'second' } }],
    });
  });

  it('FU-3 an operation told while the patient is in hospital (A08) has code, name and time as precise as stated', () => {
    const more = [
      'PR1|1||36.06^支架置入^ICD9||20260121140000',
      'PR1|2||37.22||20260122',
      'PR1|3|||造影|202601221030+0900',
      'PR1|4',
    ];
    expect(visitOf({ event: 'A08', more })?.procedures).toEqual([
      { code: '36.06', name: '支架置入', at: { iso: '2026-01-21T14:00:00+08:00', precision: 'second' } },
      { code: '37.22', name: undefined, at: { iso: '2026-01-22T00:00:00+08:00', precision: 'day' } },
      { code: undefined, name: '造影', at: { iso: '2026-01-22T10:30:00+09:00', precision: 'minute' } },
    ]);
  });

  it('FU-1 a discharge without PV1-45 took place when the event did', () => {
    expect(visitOf({})).toMatchObject({ dischargedAt: { iso: '2026-01-31T10:05:00+08:00' } });
  });

  it('FU-1 a discharge on the day of admission is no contradiction', () => {
    expect(map({ pv1: { 45: '20260120' } })).toMatchObject({ ok: true });
  });

  it.each([
    ['A01', 'I', 'inpatient'],
    ['A01', 'B', 'inpatient'],
    ['A05', 'P', 'inpatient'],
    ['A04', 'O', 'outpatient'],
    ['A04', 'R', 'outpatient'],
    ['A04', 'e', 'emergency'],
    ['A04', 'T', 'exam'],
    ['A03', '住院', 'inpatient'],
    ['A04', '门诊', 'outpatient'],
    ['A04', '急诊', 'emergency'],
    ['A04', '体检', 'exam'],
    ['A04', '', 'outpatient'],
    ['A01', '', 'inpatient'],
    ['A04', 'N', 'outpatient'],
  ])('IN-1 %s with PV1-2 "%s" is %s', (event, code, visitClass) => {
    expect(visitOf({ event, pv1: { 2: code } })).toMatchObject({ class: visitClass });
  });

  it('IN-1 is numbered by the account PID-18 where PV1-19 is empty', () => {
    expect(visitOf({ pv1: { 19: '' }, pid: { 18: 'ACC7' } })).toMatchObject({ visitNumber: 'ACC7' });
  });

  it('IN-1 an admission that names no visit keeps the patient and warns the sender', () => {
    expect(map({ event: 'A01', pv1: { 19: '' } })).toMatchObject({
      ok: true,
      value: { facts: [{ kind: 'patient-updated' }], warnings: [{ code: 101, severity: 'warning' }] },
    });
    const strict = map({ event: 'A01', pv1: null }, { admissionWithoutVisitNumber: 'refuse' });
    expect(strict).toMatchObject(refusal(100, 'PV1'));
  });
});
