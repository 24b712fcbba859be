import { describe, expect, it } from '@jest/globals';
import { anObr, anObx, anOrder, type OrderParts } from '../../test/corpus/an-order.js';
import type { MessageContent, MessageFact } from './facts.js';
import { interpretMessage } from './interpretation.js';
import { DEFAULT_PROFILE } from './partner-profile.js';
import type { Result } from './vocabulary.js';

function map(lines: readonly string[], parts: OrderParts = {}): Result<MessageContent> {
  return interpretMessage(anOrder({ lines, ...parts }), 'utf-8', []).outcome as Result<MessageContent>;
}

function factsOf(lines: readonly string[]): readonly MessageFact[] {
  const mapped = map(lines);
  if (!mapped.ok) throw new Error(mapped.problem.text);
  return mapped.value.facts;
}

function resultOf(...lines: string[]) {
  const [fact] = factsOf(lines);
  if (fact?.kind !== 'result-reported') throw new Error(`It is ${fact?.kind}`);
  return { ...fact.result, text: fact.text };
}

const refusal = (code: number, segment: string, field?: number) => ({
  ok: false,
  problem: { code, at: { segment, ...(field === undefined ? {} : { field }) } },
});
const warnings = (...lines: string[]) => {
  const mapped = map(lines);
  return mapped.ok ? mapped.value.warnings.map(({ code, at }) => [code, at.segment, at.field]) : mapped;
};

describe('a laboratory result', () => {
  it('PT-2 has order, times, values with units, ranges and flags, and whose it is', () => {
    const [fact] = factsOf([
      'PV1|1|I|||||||||||||||||ZY1',
      anObr({ 24: 'HM' }),
      anObx({ 7: '3.5-9.5', 8: 'H', 5: '12.4' }),
    ]);
    expect(fact).toMatchObject({
      ...{ kind: 'result-reported', number: 1, visitNumber: 'ZY1', patient: { primary: { value: '00088001' } } },
      eventTime: { iso: '2026-01-31T10:30:00+08:00' },
      result: {
        ...{ orderNumber: 'L1', placerNumber: 'P1', code: 'CBC', name: '血常规', kind: 'laboratory', status: 'final' },
        ...{ section: 'HM', observedAt: '2026-01-31T08:00:00+08:00' },
        observations: [
          {
            ...{ code: 'WBC', name: '白细胞', value: '12.4', number: 12.4, unit: '10^9/L', referenceRange: '3.5-9.5' },
            ...{ flags: 'H', abnormality: 'abnormal', status: 'final' },
          },
        ],
      },
    });
  });

  it('PT-2 is one fact an OBR, each with its own values and the ORC before it', () => {
    const facts = factsOf([
      ...['ORC|RE|P7|L7', anObr({ 2: '', 3: '' }), anObx()],
      ...[anObr({ 1: '2', 3: 'L2', 4: 'BIO^生化' }), anObx({ 3: 'GLU^葡萄糖' }), anObx({ 3: 'K^钾' })],
    ]);
    expect(
      facts.map(
        (fact) =>
          fact.kind === 'result-reported' && [fact.number, fact.result.orderNumber, fact.result.observations.length],
      ),
    ).toEqual([
      [1, 'L7', 1],
      [2, 'L2', 2],
    ]);
  });

  it('PT-2 of several patients in one message goes to each', () => {
    const lines = [anObr(), anObx(), 'PID|2||00088002^^^HIS^MR||李四', anObr({ 3: 'L2' }), anObx()];
    expect(factsOf(lines).map(({ patient }) => patient.primary.value)).toEqual(['00088001', '00088002']);
  });

  it.each([
    [{ 2: 'NM', 5: '<0.5' }, { value: '<0.5' }],
    [{ 2: 'SN', 5: '>^90' }, { value: '>90' }],
    [{ 2: 'ST', 5: '5~10 个/HP & 少^量' }, { value: '5~10 个/HP & 少^量' }],
    [
      { 2: 'CWE', 5: 'B^B型^L' },
      { value: 'B型', valueCode: 'B' },
    ],
    [{ 2: 'CE', 5: 'A^甲~B^乙' }, { value: '甲, 乙' }],
    [{ 2: 'TX', 5: '未见异常' }, { value: '未见异常' }],
    [{ 2: '', 5: '阳性' }, { value: '阳性' }],
    [{ 2: 'DT', 5: '20260131' }, { value: '20260131' }],
  ])('HL7 v2 OBX %j reads as %j', (fields, expected) => {
    expect(resultOf(anObr({ 24: 'LAB' }), anObx({ 6: '', ...fields })).observations).toMatchObject([expected]);
  });

  it.each([
    ['10^9/L', '10^9/L'],
    ['10\\S\\12/L', '10^12/L'],
    ['mmol/L^^UCUM', 'mmol/L'],
    ['^毫升', '毫升'],
    ['', undefined],
  ])('IN-1 unit "%s" is %s', (written, unit) => {
    expect(resultOf(anObr(), anObx({ 6: written })).observations[0]?.unit).toBe(unit);
  });

  it.each([
    ['N', 'normal'],
    ['↑', 'abnormal'],
    ['L~LL', 'critical'],
    ['危急值', 'critical'],
    ['', 'normal'],
  ])('IN-1 flag "%s" is %s', (flag, abnormality) => {
    expect(resultOf(anObr(), anObx({ 8: flag })).observations).toMatchObject([{ abnormality }]);
  });

  it('IN-1 without a flag is judged by its range; a flag nobody knows is looked at, and the sender is warned', () => {
    expect(resultOf(anObr(), anObx({ 7: '3.5-5' })).observations).toMatchObject([{ abnormality: 'abnormal' }]);
    expect(resultOf(anObr(), anObx({ 7: '3.5-9' })).observations).toMatchObject([{ abnormality: 'normal' }]);
    expect(resultOf(anObr(), anObx({ 8: '??' })).observations).toMatchObject([{ abnormality: 'abnormal' }]);
    expect(warnings(anObr(), anObx({ 8: '??' }))).toEqual([[103, 'OBX', 8]]);
  });

  it('PT-2 keeps notes with their value and those of the whole as text', () => {
    const result = resultOf(anObr(), 'NTE|1||标本溶血', anObx(), 'NTE|1||已复查');
    expect(result).toMatchObject({ text: '标本溶血', observations: [{ value: '7.5\n已复查' }] });
  });

  it('PT-2 with long words has them as text, not as a value', () => {
    const long = '细菌培养'.repeat(200);
    const result = resultOf(anObr({ 24: 'MB' }), anObx({ 2: 'ST', 3: 'CUL^培养', 5: long }), anObx());
    expect(result).toMatchObject({ text: long, observations: [{ code: 'WBC' }] });
  });
});

describe('an imaging report', () => {
  const line = (code: string, text: string, type = 'TX') => anObx({ 2: type, 3: code, 5: text, 6: '' });

  it('PT-2 is text of many lines and an impression', () => {
    const result = resultOf(
      anObr({ 4: 'CTCHEST^胸部CT平扫' }),
      line('F^检查所见', '双肺纹理增多。'),
      line('F^检查所见', '右肺结节，约5*6mm。~纵隔未见肿大淋巴结。'),
      line('I^诊断意见', '建议复查。'),
    );
    expect(result).toMatchObject({
      ...{ kind: 'imaging', impression: '建议复查。', observations: [] },
      text: '双肺纹理增多。\n右肺结节，约5*6mm。\n纵隔未见肿大淋巴结。',
    });
  });

  it('PT-2 in HL7’s own suffixes and formats is read: IMP, \\.br\\, \\.sp\\, highlights', () => {
    const result = resultOf(
      anObr({ 4: '24627-2^CT Chest', 24: 'CT' }),
      line('24627-2&GDT^CT', '\\H\\Findings\\N\\\\.br\\Clear.\\.sp\\\\.in+2\\No mass.', 'FT'),
      line('24627-2&IMP^CT', 'Normal.', 'FT'),
    );
    expect(result).toMatchObject({ text: 'Findings\nClear.\nNo mass.', impression: 'Normal.' });
  });

  it('PT-2 of two sections is titled; its abnormal flag is kept', () => {
    const result = resultOf(
      anObr({ 24: 'US' }),
      anObx({ 2: 'TX', 3: 'A^肝', 5: '正常', 8: 'N' }),
      anObx({ 2: 'TX', 3: 'B^胆', 5: '结石', 8: 'A' }),
    );
    expect(result).toMatchObject({ text: '【肝】\n正常\n【胆】\n结石', abnormality: 'abnormal' });
  });

  it('PT-9 says what its words are of, each once', () => {
    const lines = [line('HIV^HIV抗体', '阳性'), line('HIV^HIV抗体', '请复查'), line('I^诊断意见', '复查')];
    expect(resultOf(anObr({ 24: 'CT' }), ...lines).named).toEqual([
      { code: 'HIV', name: 'HIV抗体' },
      { code: 'I', name: '诊断意见' },
    ]);
    expect(resultOf(anObr(), anObx()).named).toBeUndefined();
  });

  it('PT-2 of two megabytes is whole, and quick', () => {
    const text = '双肺纹理增多。~'.repeat(100_000);
    expect(resultOf(anObr({ 24: 'CT' }), line('F^所见', text)).text).toHaveLength(text.length - 1);
  });

  it.each([
    ['胸部CT平扫', '', 'imaging'],
    ['腹部彩超', '', 'imaging'],
    ['病理检查', '', 'pathology'],
    ['会诊', '', 'other'],
    ['会诊', 'RAD', 'imaging'],
    ['胸部CT平扫', '检验', 'laboratory'],
  ])('PT-2 "%s" of section "%s" is %s', (name, section, kind) => {
    expect(resultOf(anObr({ 4: `X^${name}`, 24: section }), line('T^结果', 'x')).kind).toBe(kind);
  });
});

describe('a result that changes', () => {
  it.each([
    [{ 25: 'P' }, 'preliminary'],
    [{ 25: 'C' }, 'corrected'],
    [{ 25: 'S' }, 'final'],
    [{ 25: '' }, 'final'],
  ])('PT-2 with OBR %j is %s', (fields, status) => {
    expect(resultOf(anObr(fields), anObx()).status).toBe(status);
  });

  it('PT-2 is taken back by OBR-25 X, and when its words are', () => {
    for (const lines of [
      [anObr({ 25: 'X' })],
      [anObr({ 25: 'X' }), anObx()],
      [anObr(), anObx({ 2: 'TX', 11: 'W' })],
      [anObr({ 24: 'CT', 25: 'C' }), anObx({ 2: 'ST', 5: '', 6: '', 11: 'D' }), anObx({ 11: 'D' })],
    ]) {
      expect(factsOf(lines)).toMatchObject([{ kind: 'result-withdrawn', order: { orderNumber: 'L1', code: 'CBC' } }]);
    }
  });

  it.each([
    ['C', 'corrected'],
    ['F', 'corrected'],
    ['', 'corrected'],
    ['P', 'preliminary'],
  ])('PT-2 with OBR-25 "%s" that names only values taken back takes back no others', (code, status) => {
    for (const lines of [
      [anObx({ 11: 'D' })],
      [anObx({ 11: 'X' }), anObx({ 3: 'HGB', 11: 'W' }), anObx({ 3: 'K', 11: 'I' })],
    ]) {
      const result = resultOf(anObr({ 25: code, 24: 'HM' }), ...lines);
      expect(result).toMatchObject({ kind: 'laboratory', status });
      expect(result.observations[0]).toMatchObject({ code: 'WBC', value: '', status: 'withdrawn' });
    }
    const remark = anObx({ 2: 'TX', 3: 'R^备注', 11: 'W' });
    expect(resultOf(anObr({ 25: code, 24: 'HM' }), remark).observations).toMatchObject([{ code: 'R' }]);
  });

  it('PT-2 with one value taken back says which, without it', () => {
    const { status, observations } = resultOf(anObr({ 25: 'C' }), anObx(), anObx({ 3: 'HGB^血红蛋白', 11: 'W' }));
    expect(status).toBe('corrected');
    expect(observations).toMatchObject([{ status: 'final' }, { code: 'HGB', status: 'withdrawn', value: '' }]);
  });

  it('PT-2 that is notes alone is a report in words; OBR-25 says whether it is there yet', () => {
    const notes = ['NTE|1||标本溶血', 'NTE|2||请重新采样'];
    for (const [code, status] of [
      ['F', 'final'],
      ['C', 'corrected'],
      ['P', 'preliminary'],
      ['', 'final'],
    ] as const) {
      expect(resultOf(anObr({ 25: code }), ...notes)).toMatchObject({
        ...{ status, text: '标本溶血\n请重新采样', observations: [] },
      });
    }
    expect(factsOf([anObr({ 25: 'S' }), ...notes])).toMatchObject([{ kind: 'patient-updated' }]);
    expect(factsOf([anObr({ 25: 'X' }), ...notes])).toMatchObject([{ kind: 'result-withdrawn' }]);
    expect(factsOf([anObr(), 'NTE|1||'])).toMatchObject([{ kind: 'patient-updated' }]);
    expect(factsOf([anObr(), anObx({ 5: '', 11: 'I' }), ...notes])).toMatchObject([{ kind: 'patient-updated' }]);
  });

  it('PT-2 of which nothing is there yet keeps the patient and says so', () => {
    expect(factsOf([anObr({ 25: 'S' })])).toMatchObject([{ kind: 'patient-updated' }]);
    expect(factsOf([anObr({ 25: '' }), anObx({ 5: '', 11: 'I' })])).toMatchObject([{ kind: 'patient-updated' }]);
    expect(warnings(anObr({ 25: 'S' }))).toEqual([[101, 'OBR', undefined]]);
  });
});

describe('a message of results', () => {
  it.each([
    ['without PID', [anObr(), anObx()], { pid: null }, refusal(100, 'PID')],
    ['without OBR', [anObx()], {}, refusal(100, 'OBR')],
    ['without an order number', [anObr({ 2: '', 3: '' }), anObx()], {}, refusal(101, 'OBR', 3)],
    ['with a status nobody knows', [anObr({ 25: 'Q' }), anObx()], {}, refusal(103, 'OBR', 25)],
    ['with a value’s status nobody knows', [anObr(), anObx({ 11: 'Q' })], {}, refusal(103, 'OBX', 11)],
    ['with a value of nothing', [anObr(), anObx({ 3: '' })], {}, refusal(101, 'OBX', 3)],
    ['with an impossible time', [anObr({ 7: '20260230' }), anObx()], {}, refusal(102, 'OBR', 7)],
    ['with an impossible time of a value', [anObr(), anObx({ 14: '20261340' })], {}, refusal(102, 'OBX', 14)],
    ['that is a file only', [anObr(), anObx({ 2: 'ED', 5: '^PDF^^Base64^JVBERi0=' })], {}, refusal(102, 'OBX', 5)],
    ['of another event', [anObr(), anObx()], { type: 'ORU^R03' }, refusal(201, 'MSH', 9)],
  ])('IN-1 %s is refused with the reason', (_case, lines, parts, expected) => {
    expect(map(lines, parts)).toMatchObject(expected);
  });

  it('IN-1 with a file beside its text is taken, and the sender hears that the file was not', () => {
    const lines = [anObr({ 24: 'CT' }), anObx({ 2: 'TX', 5: '正常' }), anObx({ 2: 'ED', 5: '^PDF^^Base64^JVBERi0=' })];
    expect(resultOf(...lines).text).toBe('正常');
    expect(warnings(...lines)).toEqual([[102, 'OBX', 5]]);
  });

  it('IN-1 reads sections and flags by the partner’s profile', () => {
    const profile = {
      ...DEFAULT_PROFILE,
      resultSections: { 七室: 'imaging' as const },
      abnormalFlags: { '!': 'critical' as const },
    };
    const lines = [anObr({ 24: '七室' }), anObx({ 8: '!' })];
    const { outcome } = interpretMessage(anOrder({ lines }), 'utf-8', [profile]);
    expect(outcome).toMatchObject({
      ok: true,
      value: { facts: [{ result: { kind: 'imaging', observations: [{ abnormality: 'critical' }] } }], warnings: [] },
    });
  });
});
