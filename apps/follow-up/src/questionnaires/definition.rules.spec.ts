import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { faultsOfDefinition, MOST_DEEP, MOST_ITEMS } from './definition.rules.js';
import type { Condition, QuestionnaireItem } from './questionnaire.rules.js';

const question = (linkId: string, over: Partial<QuestionnaireItem> = {}): QuestionnaireItem => ({
  linkId,
  text: '问题',
  textEn: 'Question',
  type: 'boolean',
  ...over,
});
const option = (code: string, ordinalValue?: number) => ({
  valueCoding: { code, display: code, displayEn: code },
  ...(ordinalValue === undefined ? {} : { ordinalValue }),
});
const group = (linkId: string, item: QuestionnaireItem[], over: Partial<QuestionnaireItem> = {}) =>
  question(linkId, { type: 'group', item, ...over });
const isTrue = (of: string): Condition => ({ question: of, operator: '=', answerBoolean: true });
const after = (linkId: string, ...of: string[]) =>
  question(linkId, { enableWhen: of.map(isTrue), enableBehavior: 'all' });

const questionnaire = (item: unknown, over: object = {}) => ({
  titleZh: '问卷',
  titleEn: 'Questionnaire',
  item,
  ...over,
});
/** `code at pointer` of each fault. */
const faultsOf = (definition: unknown) =>
  faultsOfDefinition(definition).map(({ code, field }) => `${code} at ${field}`);
const faultsIn = (...item: unknown[]) => faultsOf(questionnaire(item));

describe('a questionnaire that somebody edits', () => {
  it('FU-8 is taken when everything is in order', () => {
    const scored = question('b', { type: 'choice', answerOption: [option('x', 1), option('y', 2)], repeats: true });
    const nps = question('c', { type: 'integer', minValue: 0, maxValue: 10, score: 'nps' });
    expect(faultsIn(question('a'), group('g', [scored, nps]), after('d', 'a'))).toEqual([]);
  });

  it.each<[string, unknown[], string[]]>([
    ['a doubled link id', [question('a'), group('g', [question('a')])], ['link-id-doubled at /item/1/item/0/linkId']],
    ['an empty group', [group('g', [])], ['group-empty at /item/0/item']],
    ['a required group', [group('g', [question('a')], { required: true })], ['group-required at /item/0/required']],
    ['items in a question', [question('a', { item: [] })], ['items-unwanted at /item/0/item']],
    [
      'a required display',
      [question('a', { type: 'display', required: true })],
      ['display-required at /item/0/required'],
    ],
    ['a choice without options', [question('a', { type: 'choice' })], ['options-missing at /item/0/answerOption']],
    ['options of no choice', [question('a', { answerOption: [] })], ['options-unwanted at /item/0/answerOption']],
    [
      'an option twice',
      [question('a', { type: 'choice', answerOption: [option('x'), option('x')] })],
      ['option-doubled at /item/0/answerOption/1/valueCoding/code'],
    ],
    [
      'points for some options only',
      [question('a', { type: 'choice', answerOption: [option('x', 1), option('y')] })],
      ['options-half-scored at /item/0/answerOption'],
    ],
    ['a range of no number', [question('a', { minValue: 0 })], ['range-unwanted at /item/0/minValue']],
    [
      'a range the wrong way round',
      [question('a', { type: 'decimal', minValue: 2, maxValue: 1.9 })],
      ['range-reversed at /item/0/minValue'],
    ],
    ['half a whole number', [question('a', { type: 'integer', maxValue: 1.5 })], ['is-int at /item/0/maxValue']],
    ['a length of no text', [question('a', { maxLength: 3 })], ['length-unwanted at /item/0/maxLength']],
    ['a length of nothing', [question('a', { type: 'text', maxLength: 0 })], ['min at /item/0/maxLength']],
    ['a score of no number', [question('a', { score: 'value' })], ['score-unwanted at /item/0/score']],
    [
      'a recommendation up to 11',
      [question('a', { type: 'integer', minValue: 0, maxValue: 11, score: 'nps' })],
      ['nps-range at /item/0/score'],
    ],
  ])('FU-8 is refused for %s', (_, items, faults) => {
    expect(faultsIn(...items)).toEqual(faults);
  });

  it('FU-8 takes a range of one value', () => {
    expect(faultsIn(question('a', { type: 'integer', minValue: 2, maxValue: 2 }))).toEqual([]);
  });

  it.each<[string, QuestionnaireItem[], string[]]>([
    ['nobody knows', [after('a', 'x')], ['condition-unknown at /item/0/enableWhen/0/question']],
    ['it asks itself', [after('a', 'a')], ['enable-when-own at /item/0/enableWhen/0/question']],
    [
      'is within it',
      [group('g', [question('a')], { enableWhen: [isTrue('a')] })],
      ['enable-when-own at /item/0/enableWhen/0/question'],
    ],
    ['is asked later', [after('a', 'b'), question('b')], ['enable-when-later at /item/0/enableWhen/0/question']],
    ['leads back to it', [after('a', 'b'), after('b', 'a')], ['enable-when-cycle at /item/0/enableWhen/0/question']],
    [
      'leads back over a third and a group',
      [after('a', 'c'), group('g', [question('c')], { enableWhen: [isTrue('b')] }), after('b', 'a')],
      ['enable-when-cycle at /item/0/enableWhen/0/question', 'enable-when-cycle at /item/1/enableWhen/0/question'],
    ],
    [
      'is no question',
      [question('d', { type: 'display' }), after('a', 'd')],
      ['condition-of-none at /item/1/enableWhen/0/question'],
    ],
  ])('FU-8 is refused when an item waits for a question that %s', (_, items, faults) => {
    expect(faultsIn(...items)).toEqual(faults);
  });

  it.each<[Partial<Condition>, string[]]>([
    [{ operator: '>=', answerBoolean: true }, ['condition-unordered at /item/1/enableWhen/0/operator']],
    [{ operator: '=', answerInteger: 1 }, ['condition-answer at /item/1/enableWhen/0']],
    [{ operator: '=' }, ['condition-answer at /item/1/enableWhen/0']],
    [{ operator: '=', answerBoolean: true, answerInteger: 1 }, ['condition-answer at /item/1/enableWhen/0']],
    [{ operator: 'exists', answerBoolean: false }, []],
  ])('FU-8 is refused for conditions that fit no boolean: %j', (condition, faults) => {
    const enableWhen = [{ question: 'a', ...condition } as Condition];
    expect(faultsIn(question('a'), question('b', { enableWhen }))).toEqual(faults);
  });

  it('FU-8 has to say whether all or any of several conditions must hold', () => {
    const enableWhen = [isTrue('a'), isTrue('a')];
    expect(faultsIn(question('a'), question('b', { enableWhen }))).toEqual([
      'enable-behavior-missing at /item/1/enableBehavior',
    ]);
  });

  it('FU-9 is refused for flags that nothing can raise, or that are called alike', () => {
    const flag = (key: string, when: Condition[]) => ({ key, kind: 'red-flag', nameZh: '红', nameEn: 'Red', when });
    const flags = [flag('f', [isTrue('a')]), flag('f', [isTrue('x')])];
    expect(faultsOf(questionnaire([question('a')], { flags }))).toEqual([
      'flag-doubled at /flags/1/key',
      'condition-unknown at /flags/1/when/0/question',
    ]);
  });

  it('FU-9, PT-9 is refused when something open depends on what is asked in confidence', () => {
    const flag = (kind: string) => ({ key: kind, kind, nameZh: '标', nameEn: 'Flag', when: [isTrue('gift')] });
    const secret = group('secret', [question('gift'), after('who', 'gift')], { confidential: true });
    const flags = ['gift', 'dissatisfaction', 'red-flag', 'wish-to-return'].map(flag);
    expect(faultsOf(questionnaire([secret, after('open', 'gift')], { flags }))).toEqual([
      'condition-confidential at /item/1/enableWhen/0/question',
      ...[1, 2, 3].map((number) => `condition-confidential at /flags/${number}/when/0/question`),
    ]);
    expect(faultsOf(questionnaire([secret, question('open')], { flags: flags.slice(0, 1) }))).toEqual([]);
  });

  it('FU-8 is refused for what has another shape, before its meaning is looked at', () => {
    expect(faultsOf(null)).toEqual(['is-object at ']);
    expect(faultsIn({ ...question('A b'), text: ' ', type: 'image', 'a/b~': 1 })).toEqual([
      'whitelist-validation at /item/0/a~1b~0',
      'matches at /item/0/linkId',
      'is-length at /item/0/text',
      'is-in at /item/0/type',
    ]);
  });

  it('FU-8 has no more items, and no deeper ones, than people answer', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => question(`q${index}`));
    expect(faultsIn(...many(MOST_ITEMS))).toEqual([]);
    expect(faultsIn(...many(MOST_ITEMS + 1))).toEqual(['array-max-size at /item']);
    expect(faultsIn(...many(MOST_ITEMS - 1), group('g', [question('last')]))).toEqual(['array-max-size at /item']);
    const nested = (levels: number): QuestionnaireItem =>
      levels === 1 ? question('last') : group(`g${levels}`, [nested(levels - 1)]);
    expect(faultsIn(nested(MOST_DEEP))).toEqual([]);
    expect(faultsIn(nested(MOST_DEEP + 1))).toEqual([`too-deep at ${'/item/0'.repeat(MOST_DEEP)}/item`]);
  });

  it('FU-8 is taken when conditions look back only, and refused with a pointer into it when any looks on', () => {
    const places = fc.array(fc.nat(11), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(places, (sources) => {
        const count = sources.length;
        const items = sources.map((of, index) => after(`q${index}`, `q${of % count}`));
        const [first, ...others] = items;
        const definition = questionnaire([{ ...first, enableWhen: undefined, enableBehavior: undefined }, ...others]);
        const plain = JSON.parse(JSON.stringify(definition)) as ReturnType<typeof questionnaire>;
        const faulty = sources.flatMap((of, index) => (index > 0 && of % count >= index ? [index] : []));
        const found = faultsOfDefinition(plain).map(({ field }) => field);
        expect(found).toEqual(faulty.map((index) => `/item/${index}/enableWhen/0/question`));
      }),
    );
  });

  it('FU-8 whatever else it is, is refused with pointers into it and never breaks the editor', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const faults = faultsOfDefinition({ titleZh: '问', titleEn: 'Q', item: [value] });
        expect(faults.length).toBeGreaterThan(0);
        for (const { field } of faults) expect(field).toMatch(/^\/item/);
      }),
    );
  });
});
