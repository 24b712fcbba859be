import { describe, expect, it } from '@jest/globals';
import { segment, type Fields } from '../../test/corpus/an-adt.js';
import { anOrder, type OrderParts } from '../../test/corpus/an-order.js';
import type { MessageContent } from './facts.js';
import { interpretMessage } from './interpretation.js';
import type { Result } from './vocabulary.js';

const orc = (fields: Fields = {}) => segment('ORC', { 1: 'NW', 2: 'P1', 3: 'F1', ...fields });
const rxe = (fields: Fields = {}) => segment('RXE', { 2: 'A1^阿司匹林', 3: '1', 5: '片', ...fields });
const rxd = (fields: Fields = {}) =>
  segment('RXD', { 1: '1', 2: 'A1^阿司匹林', 3: '20260131104000', 4: '30', 5: '片', ...fields });

function map(lines: readonly string[], parts: OrderParts = {}): Result<MessageContent> {
  return interpretMessage(anOrder({ type: 'RDE^O11', lines, ...parts }), 'utf-8', []).outcome as Result<MessageContent>;
}

const factsOf = (lines: readonly string[], parts?: OrderParts) => {
  const mapped = map(lines, parts);
  if (!mapped.ok) throw new Error(mapped.problem.text);
  return mapped.value.facts;
};
const medicationOf = (...lines: string[]) => {
  const [fact] = factsOf(lines);
  return fact && 'medication' in fact ? fact.medication : fact;
};
const refusal = (code: number, segment: string, field?: number) => ({
  ok: false,
  problem: { code, at: { segment, ...(field === undefined ? {} : { field }) } },
});

describe('an order for a drug', () => {
  it('PT-2 of version 2.5 has drug, dose, times a day, route, duration, quantity and doctor', () => {
    const lines = [
      'PV1|1|I|||||||||||||||||ZY1',
      orc({ 12: 'D017^李^敏', 29: '出院带药' }),
      rxe({ 7: '餐前', 10: '30', 11: '片', 12: '2' }),
      'TQ1|1||QD&每日一次|||30^天|20260131|20260302',
      'RXR|PO^口服',
    ];
    expect(factsOf(lines)).toMatchObject([{ kind: 'medication-ordered', number: 1, visitNumber: 'ZY1' }]);
    expect(medicationOf(...lines)).toEqual({
      ...{ orderNumber: 'P1', code: 'A1', name: '阿司匹林', use: 'discharge', dose: '1', doseUnit: '片' },
      ...{
        route: '口服',
        frequency: '每日一次',
        instructions: '餐前',
        durationDays: 30,
        quantity: '30',
        quantityUnit: '片',
      },
      ...{ startsAt: '2026-01-31T00:00:00+08:00', endsAt: '2026-03-02T00:00:00+08:00', refills: 2 },
      orderedBy: { code: 'D017', name: '李敏' },
      form: undefined,
    });
  });

  it('PT-2 of version 2.4 has its timing in RXE-1', () => {
    const drug = medicationOf(orc(), rxe({ 1: '1^BID^D14^20260131^20260214', 3: '1', 4: '2' }));
    expect(drug).toMatchObject({
      frequency: 'BID',
      durationDays: 14,
      dose: '1-2',
      startsAt: '2026-01-31T00:00:00+08:00',
    });
  });

  it.each([
    ['I', '', 'inpatient'],
    ['O', '', 'outpatient'],
    ['I', 'D', 'discharge'],
    ['O', '住院医嘱', 'inpatient'],
    ['', '', undefined],
  ])('PT-2 of a visit "%s" with order type "%s" is for %s', (visitClass, type, use) => {
    expect(medicationOf(`PV1|1|${visitClass}`, orc({ 29: type }), rxe())).toMatchObject({ use });
  });

  it('PT-2 for several drugs is one fact each', () => {
    const facts = factsOf([orc(), rxe(), orc({ 2: 'P2' }), rxe({ 2: 'B2^二甲双胍' })]);
    expect(
      facts.map((fact) => 'medication' in fact && [fact.number, fact.medication.orderNumber, fact.medication.code]),
    ).toEqual([
      [1, 'P1', 'A1'],
      [2, 'P2', 'B2'],
    ]);
  });

  it('PT-2 for several drugs below one ORC is one fact each, with its own details and the timing of all', () => {
    const second = [rxe({ 2: 'B2^二甲双胍', 3: '2' }), 'RXR|IV'];
    const third = ['RXO|C3^维生素C', rxe({ 2: 'C3^维生素C', 3: '' }), 'TQ1|1||BID'];
    const facts = factsOf([orc(), 'TQ1|1||QD', 'RXO|A1^阿司匹林|5', rxe(), 'RXR|PO', ...second, ...third]);
    expect(facts.map((fact) => fact.kind === 'medication-ordered' && [fact.number, fact.medication])).toMatchObject([
      [1, { orderNumber: 'P1', code: 'A1', dose: '1', route: 'PO', frequency: 'QD' }],
      [2, { orderNumber: 'P1', code: 'B2', dose: '2', route: 'IV', frequency: 'QD' }],
      [3, { orderNumber: 'P1', code: 'C3', dose: undefined, route: undefined, frequency: 'BID' }],
    ]);
    const own = factsOf([orc(), rxe(), 'TQ1|1||QD', rxe({ 2: 'B2' })]);
    expect(own).toMatchObject([{ medication: { frequency: 'QD' } }, { medication: { frequency: undefined } }]);
    expect(factsOf([orc({ 1: 'DC' }), rxe(), rxe({ 2: 'B2' })])).toMatchObject([
      { kind: 'medication-stopped', order: { orderNumber: 'P1', code: 'A1' } },
      { kind: 'medication-stopped', order: { orderNumber: 'P1', code: 'B2' } },
    ]);
  });

  it('PT-2 for several drugs handed out below one ORC is one dispense each', () => {
    const lines = [orc({ 1: 'RE' }), rxe(), rxd(), rxd({ 2: 'B2^二甲双胍', 4: '60' })];
    expect(factsOf(lines, { type: 'RDS^O13' })).toMatchObject([
      { kind: 'medication-dispensed', number: 1, medication: { code: 'A1', dose: '1', quantity: '30' } },
      { kind: 'medication-dispensed', number: 2, medication: { code: 'B2', dose: undefined, quantity: '60' } },
    ]);
  });

  it.each([
    ['CA', 'cancelled'],
    ['DC', 'discontinued'],
    ['HD', 'on-hold'],
  ])('PT-2 with ORC-1 %s is %s, of the drug named or of all of the order', (code, reason) => {
    expect(factsOf([orc({ 1: code }), rxe()])).toMatchObject([
      { kind: 'medication-stopped', order: { orderNumber: 'P1', code: 'A1' }, reason },
    ]);
    expect(factsOf([orc({ 1: code }), rxe({ 2: '^阿司匹林' })])).toMatchObject([
      { kind: 'medication-stopped', order: { orderNumber: 'P1', code: undefined, name: '阿司匹林' }, reason },
    ]);
    expect(factsOf([orc({ 1: code })])).toMatchObject([
      { kind: 'medication-stopped', order: { orderNumber: 'P1', code: undefined, name: undefined }, reason },
    ]);
  });

  it('PT-2 that is handed out says how much, for how long and when', () => {
    const lines = [orc({ 1: 'RE', 5: 'CM' }), rxe(), 'TQ1|1|||||30^D', rxd()];
    expect(factsOf(lines, { type: 'RDS^O13' })).toMatchObject([
      {
        kind: 'medication-dispensed',
        dispensedAt: { iso: '2026-01-31T10:40:00+08:00' },
        medication: { quantity: '30', quantityUnit: '片', durationDays: 30, dose: '1' },
      },
    ]);
  });

  it('PT-2 whose order control changes nothing keeps the patient, with a warning', () => {
    expect(map([orc({ 1: 'UD' }), rxe()])).toMatchObject({
      value: { facts: [{ kind: 'patient-updated' }], warnings: [{ code: 103, at: { segment: 'ORC', field: 1 } }] },
    });
  });

  it.each([
    ['without PID', [orc(), rxe()], { pid: null }, refusal(100, 'PID')],
    ['without ORC', [rxe()], {}, refusal(100, 'ORC')],
    ['without an order number', [orc({ 2: '', 3: '' }), rxe()], {}, refusal(101, 'ORC', 2)],
    ['without an order control', [orc({ 1: '' }), rxe()], {}, refusal(101, 'ORC', 1)],
    ['with an order control nobody knows', [orc({ 1: 'QQ' }), rxe()], {}, refusal(103, 'ORC', 1)],
    ['for nothing', [orc(), rxe({ 2: '' })], {}, refusal(101, 'RXE', 2)],
    ['with an impossible start', [orc(), rxe(), 'TQ1|1||||||20260230'], {}, refusal(102, 'TQ1', 7)],
    ['for two patients', [orc(), rxe(), 'PID|2||9^^^HIS^MR', orc(), rxe()], {}, refusal(100, 'PID')],
    ['handed out without RXD', [orc(), rxe()], { type: 'RDS^O13' }, refusal(100, 'RXD')],
    ['handed out at no time', [orc(), rxd({ 3: '20260230' })], { type: 'RDS^O13' }, refusal(102, 'RXD', 3)],
    ['of another event', [orc(), rxe()], { type: 'RDE^O25' }, refusal(201, 'MSH', 9)],
  ])('IN-1 %s is refused with the reason', (_case, lines, parts, expected) => {
    expect(map(lines, parts)).toMatchObject(expected);
  });
});
