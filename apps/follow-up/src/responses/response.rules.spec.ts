import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Condition, QuestionnaireItem } from '../questionnaires/questionnaire.rules.js';
import { answersIn, responseItemsOf, type Answer, type ResponseItem } from './answer.rules.js';
import { enabledItems, holds } from './enabled.rules.js';
import { raisedFlags } from './flag.rules.js';
import { unseenFaults, withConfidence } from './kept-confidence.rules.js';
import { faultsOfResponse } from './response.rules.js';
import { scoresOf } from './score.rules.js';

const question = (linkId: string, over: Partial<QuestionnaireItem> = {}): QuestionnaireItem => ({
  linkId,
  text: '问题',
  textEn: 'Question',
  type: 'integer',
  ...over,
});
const choice = (linkId: string, points: Record<string, number | undefined>, over: Partial<QuestionnaireItem> = {}) =>
  question(linkId, {
    type: 'choice',
    answerOption: Object.entries(points).map(([code, ordinalValue]) => ({
      valueCoding: { code, display: code, displayEn: code },
      ...(ordinalValue === undefined ? {} : { ordinalValue }),
    })),
    ...over,
  });
const group = (linkId: string, item: QuestionnaireItem[], over: Partial<QuestionnaireItem> = {}) =>
  question(linkId, { type: 'group', item, ...over });
const questionnaire = (...item: QuestionnaireItem[]) => ({ titleZh: '问', titleEn: 'Q', item });
const given = (linkId: string, ...answer: Answer[]): ResponseItem => ({ linkId, answer });
const number = (valueInteger: number): Answer => ({ valueInteger });
const code = (of: string): Answer => ({ valueCoding: { code: of } });
const faultsOf = (items: QuestionnaireItem[], answers: unknown) =>
  faultsOfResponse(questionnaire(...items), answers, '').map((fault) => `${fault.code} at ${fault.field}`);

const PAIN = question('pain', { required: true, minValue: 0, maxValue: 10 });

describe('answers to a questionnaire', () => {
  it.each<[number, string[]]>([
    [0, []],
    [10, []],
    [11, ['max at /0/answer/0/valueInteger']],
    [-1, ['min at /0/answer/0/valueInteger']],
    [4.5, ['is-int at /0/answer/0/valueInteger']],
  ])('FU-8 a score of %d', (score, faults) => {
    expect(faultsOf([PAIN], [given('pain', number(score))])).toEqual(faults);
  });

  it.each<[string, unknown, string[]]>([
    ['none at all', [], ['answer-required at ']],
    ['none to what is required', [{ linkId: 'pain' }], ['answer-required at /0']],
    ['to something else', [given('pain', number(1)), given('x', number(1))], ['link-id-unknown at /1/linkId']],
    ['two', [given('pain', number(1), number(2))], ['answer-repeated at /0/answer/1']],
    ['two places', [given('pain', number(1)), given('pain', number(1))], ['link-id-doubled at /1/linkId']],
    ['of another type', [given('pain', { valueString: '4' })], ['answer-type at /0/answer/0']],
    ['of two types', [given('pain', { valueString: '4', valueInteger: 4 })], ['answer-type at /0/answer/0']],
    ['of no type', [given('pain', {})], ['answer-type at /0/answer/0']],
    ['without a list', { pain: 4 }, ['is-array at ']],
    ['with members of their own', [{ linkId: 'pain', score: 4 }], ['whitelist-validation at /0/score']],
  ])('FU-8 are refused: %s', (_, answers, faults) => {
    expect(faultsOf([PAIN], answers)).toEqual(faults);
  });

  it.each<[Partial<QuestionnaireItem>, Answer, string[]]>([
    [{ type: 'decimal', maxValue: 42 }, { valueDecimal: 42 }, []],
    [{ type: 'decimal', maxValue: 42 }, { valueDecimal: 42.01 }, ['max at /0/answer/0/valueDecimal']],
    [{ type: 'date' }, { valueDate: '2024-02-29' }, []],
    [{ type: 'date' }, { valueDate: '2026-02-29' }, ['is-date-string at /0/answer/0/valueDate']],
    [{ type: 'date' }, { valueDate: '2026-13-01' }, ['is-date-string at /0/answer/0/valueDate']],
    [{ type: 'boolean' }, { valueBoolean: false }, []],
    [{ type: 'string', maxLength: 3 }, { valueString: '三个字' }, []],
    [{ type: 'string', maxLength: 3 }, { valueString: '四个字了' }, ['max-length at /0/answer/0/valueString']],
    [{ type: 'string' }, { valueString: 'x'.repeat(201) }, ['max-length at /0/answer/0/valueString']],
    [{ type: 'text' }, { valueString: 'x'.repeat(2_001) }, ['max-length at /0/answer/0/valueString']],
    [{ type: 'text' }, { valueString: ' ' }, ['is-length at /0/answer/0/valueString']],
    [{ type: 'text' }, { valueString: 'a\0' }, ['nul-character at /0/answer/0/valueString']],
    [{ type: 'display' }, { valueString: 'x' }, ['answer-unwanted at /0/answer']],
  ])('FU-8 to %j: %j', (item, answer, faults) => {
    expect(faultsOf([question('a', item)], [given('a', answer)])).toEqual(faults);
  });

  it('FU-8 choose among the options, several only where that is asked', () => {
    const one = choice('a', { x: undefined, y: undefined });
    expect(faultsOf([one], [given('a', code('z'))])).toEqual(['option-unknown at /0/answer/0/valueCoding/code']);
    const many = { ...one, repeats: true };
    expect(faultsOf([many], [given('a', code('x'), code('y'))])).toEqual([]);
    expect(faultsOf([many], [given('a', code('x'), code('x'))])).toEqual(['array-unique at /0/answer']);
  });

  it('FU-8 stand in their groups, and a group that was left out lacks what is required in it', () => {
    const items = [group('g', [PAIN, question('b')])];
    expect(faultsOf(items, [{ linkId: 'g', item: [given('pain', number(1))] }])).toEqual([]);
    expect(faultsOf(items, [given('pain', number(1))])).toEqual([
      'link-id-misplaced at /0/linkId',
      'answer-required at ',
    ]);
    expect(faultsOf(items, [{ linkId: 'g', item: [] }])).toEqual(['answer-required at /0/item']);
    expect(faultsOf(items, [{ ...given('g', number(1)), item: [given('pain', number(1))] }])).toEqual([
      'answer-unwanted at /0/answer',
    ]);
  });

  it('FU-8 are neither asked for nor taken where the other answers ask nothing', () => {
    const where = question('b', {
      required: true,
      enableWhen: [{ question: 'pain', operator: '>=', answerInteger: 4 }],
    });
    expect(faultsOf([PAIN, where], [given('pain', number(3))])).toEqual([]);
    expect(faultsOf([PAIN, where], [given('pain', number(3)), given('b', number(1))])).toEqual(['item-disabled at /1']);
    expect(faultsOf([PAIN, where], [given('pain', number(4))])).toEqual(['answer-required at ']);
  });

  it('FU-8 an answer that is not asked decides about no other one', () => {
    const shown = (linkId: string, of: string) =>
      question(linkId, { enableWhen: [{ question: of, operator: 'exists', answerBoolean: true }] });
    const items = [question('a'), shown('b', 'a'), shown('c', 'b')];
    const answers = answersIn([given('b', number(1))]);
    expect([...enabledItems({ item: items }, answers)]).toEqual(['a']);
  });

  it('FU-8 a group that is not asked takes along what is in it, and what waits for that', () => {
    const exists = (of: string): Condition[] => [{ question: of, operator: 'exists', answerBoolean: true }];
    const hidden = { ...group('g', [question('b')]), enableWhen: exists('a') };
    const items = [question('a'), hidden, question('c', { enableWhen: exists('b') })];
    const inGroup = [{ linkId: 'g', item: [given('b', number(1))] }];
    expect([...enabledItems({ item: items }, answersIn(inGroup))]).toEqual(['a']);
    expect([...enabledItems({ item: items }, answersIn([given('a', number(1)), ...inGroup]))]).toEqual([
      'a',
      'g',
      'b',
      'c',
    ]);
    expect(faultsOf(items, inGroup)).toEqual(['item-disabled at /0']);
  });

  it.each<[Condition['operator'], number, boolean]>([
    ['=', 4, true],
    ['!=', 4, false],
    ['>', 4, false],
    ['>=', 4, true],
    ['<', 5, true],
    ['<=', 3, false],
  ])('FU-8 4 %s %d is %s', (operator, answerInteger, result) => {
    const answers = answersIn([given('a', number(4))]);
    expect(holds({ question: 'a', operator, answerInteger }, answers)).toBe(result);
  });

  it('FU-8 of what was not answered only "differs from" and "is not there" hold', () => {
    const without = answersIn([]);
    const of = (condition: Partial<Condition>) => holds({ question: 'a', operator: '=', ...condition }, without);
    expect(of({ operator: '!=', answerInteger: 4 })).toBe(true);
    expect(of({ operator: 'exists', answerBoolean: false })).toBe(true);
    expect(of({ operator: 'exists', answerBoolean: true })).toBe(false);
    expect(of({ answerInteger: 4 })).toBe(false);
  });

  it('FU-8 made of plain answers are taken as they are, whatever is answered', () => {
    const items = [
      question('a', { minValue: 0, maxValue: 3 }),
      group('g', [
        question('b', { enableWhen: [{ question: 'a', operator: '>', answerInteger: 1 }] }),
        choice('c', { x: 1, y: 2 }),
      ]),
      question('d', { enableWhen: [{ question: 'c', operator: '=', answerCoding: { code: 'y' } }] }),
    ];
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
    const answered = fc.record({
      a: maybe(fc.nat(3)),
      b: maybe(fc.nat()),
      c: maybe(fc.constantFrom('x', 'y')),
      d: maybe(fc.nat()),
    });
    fc.assert(
      fc.property(answered, ({ a, b, c, d }) => {
        const all = new Map<string, Answer[]>();
        for (const [linkId, value] of Object.entries({ a, b, d }))
          if (value !== undefined) all.set(linkId, [number(value % 1_000_000)]);
        if (c !== undefined) all.set('c', [code(c)]);
        const enabled = enabledItems({ item: items }, all);
        const asked = new Map([...all].filter(([linkId]) => enabled.has(linkId)));
        expect(faultsOf(items, responseItemsOf(items, asked))).toEqual([]);
        const refused = faultsOf(items, responseItemsOf(items, all));
        expect(refused.length).toBe(all.size - asked.size);
      }),
    );
  });
});

describe('what answers count', () => {
  const items = [
    group('care', [choice('nurse', { bad: 1, good: 5 }), choice('doctor', { bad: 1, good: 4 })]),
    question('days', { score: 'value' }),
    question('weight'),
    question('recommend', { score: 'nps' }),
    choice('gift', { yes: 9 }, { confidential: true }),
    group('integrity', [choice('banquet', { yes: 7 })], { confidential: true }),
  ];
  const all = answersIn([
    { linkId: 'care', item: [given('nurse', code('good')), given('doctor', code('bad'))] },
    ...[
      given('days', number(2)),
      given('weight', number(70)),
      given('recommend', number(9)),
      given('gift', code('yes')),
      { linkId: 'integrity', item: [given('banquet', code('yes'))] },
    ],
  ]);

  it('FU-10 points are added by group and in all, recommendations apart, confidential answers never', () => {
    expect(scoresOf({ ...questionnaire(...items), scoring: 'sum' }, all)).toEqual({
      total: 8,
      scores: [
        { linkId: 'nurse', kind: 'question', score: 5 },
        { linkId: 'doctor', kind: 'question', score: 1 },
        { linkId: 'days', kind: 'question', score: 2 },
        { linkId: 'care', kind: 'group', score: 6 },
        { linkId: 'recommend', kind: 'nps', score: 9 },
      ],
    });
  });

  it('FU-10 a mean is of what was answered, to four places', () => {
    const { total, scores } = scoresOf({ ...questionnaire(...items), scoring: 'mean' }, all);
    expect(total).toBe(2.6667);
    expect(scores).toContainEqual({ linkId: 'care', kind: 'group', score: 3 });
  });

  it('FU-10 nothing answered, or no way to count, is no score instead of 0', () => {
    expect(scoresOf({ ...questionnaire(...items), scoring: 'sum' }, answersIn([]))).toEqual({
      total: null,
      scores: [],
    });
    const { total, scores } = scoresOf(questionnaire(...items), all);
    expect(total).toBeNull();
    expect(scores.map(({ kind }) => kind)).not.toContain('group');
  });

  it('FU-9 any condition raises a flag unless all are wanted, and names the questions that did', () => {
    const when: Condition[] = [
      { question: 'days', operator: '>=', answerInteger: 2 },
      { question: 'nurse', operator: '=', answerCoding: { code: 'bad' } },
    ];
    const rule = { key: 'f', kind: 'red-flag' as const, nameZh: '红', nameEn: 'Red', when };
    expect(raisedFlags({ flags: [rule] }, all)).toEqual([{ rule, linkIds: ['days'] }]);
    expect(raisedFlags({ flags: [{ ...rule, behavior: 'all' }] }, all)).toEqual([]);
  });
});

describe('a correction by somebody who cannot see what was answered in confidence', () => {
  const secret = (...linkIds: string[]) => new Set(linkIds);
  const within = (linkId: string, ...item: ResponseItem[]): ResponseItem => ({ linkId, item });
  const former = [given('open', number(1)), within('care', given('gift', code('yes')), given('nurse', code('good')))];

  it.each<[string, ResponseItem[], ResponseItem[]]>([
    ['a group that is sent', [within('care')], [within('care', given('gift', code('yes')))]],
    [
      'a group that is sent with other answers',
      [within('care', given('nurse', code('bad')))],
      [within('care', given('nurse', code('bad')), given('gift', code('yes')))],
    ],
    [
      'a group that is left out',
      [given('open', number(2))],
      [given('open', number(2)), within('care', given('gift', code('yes')))],
    ],
    ['nothing', [], [within('care', given('gift', code('yes')))]],
  ])('FU-8, PT-9 keeps it within %s, and takes the rest away', (_, sent, kept) => {
    expect(withConfidence(sent, former, secret('gift'))).toEqual(kept);
  });

  it('FU-8, PT-9 keeps a whole group that was asked in confidence', () => {
    expect(withConfidence([], former, secret('care', 'gift', 'nurse'))).toEqual([former[1]]);
  });

  it('FU-8, PT-9 says nothing anew about it, but may answer what was not', () => {
    const sent = [given('other', code('yes')), within('care', given('nurse', code('bad')), given('gift', code('no')))];
    expect(unseenFaults(sent, former, secret('gift', 'other'), '/items')).toEqual([
      { field: '/items/1/item/1', code: 'answered-in-confidence', params: { linkId: 'gift' } },
    ]);
    expect(unseenFaults(sent, [], secret('gift', 'other'), '/items')).toEqual([]);
  });
});
