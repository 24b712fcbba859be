import { describe, expect, it } from '@jest/globals';
import { answersIn } from '../../responses/answer.rules.js';
import { raisedFlags } from '../../responses/flag.rules.js';
import { faultsOfDefinition } from '../definition.rules.js';
import { isQuestion, placedItems, type QuestionnaireDefinition } from '../questionnaire.rules.js';
import { painScoreV1 } from './pain-score.v1.js';
import { STANDARD_QUESTIONNAIRES } from './standard-questionnaires.js';

const ALL = { 'pain-score': painScoreV1, ...STANDARD_QUESTIONNAIRES };
const HAN = /\p{Script=Han}/u;

const linkIds = (code: string) => placedItems(definitionOf(code)).map(({ item }) => item.linkId);

function definitionOf(code: string): QuestionnaireDefinition {
  const definition = (ALL as Record<string, QuestionnaireDefinition>)[code];
  if (!definition) throw new Error(`no questionnaire ${code}`);
  return definition;
}

/** What FU-10 asks for, as the link ids of each survey. */
const FU_10: Record<string, string[]> = {
  'inpatient-satisfaction': [
    ...['knows-doctor', 'knows-nurse', 'admission-notes', 'in-time', 'told-examinations', 'told-treatments'],
    ...['told-operations', 'told-costly-drugs', 'condition', 'complications', 'drugs', 'patience', 'twenty-minutes'],
    ...[
      'morning-care',
      'ward-rounds',
      'bedside-handover',
      'nursing-skill',
      'nursing-attitude',
      'care-workers',
      'gifts',
    ],
  ],
  'outpatient-satisfaction': [
    ...['guide-efficiency', 'guide-attitude', 'explanations', 'skill', 'attitude', 'visit-process', 'signs'],
    ...['doctor-late', 'doctor-left-early', 'registration-efficiency', 'registration-attitude'],
    ...['cashier-efficiency', 'cashier-attitude'],
  ],
  'medtech-satisfaction': ['efficiency', 'attitude', 'lost-results', 'results-on-time'],
  'discharged-satisfaction': ['result', 'discharge-advice', 'discharge-drugs', 'gifts'],
};

describe('the questionnaires that the product brings along', () => {
  it.each(Object.entries(ALL))('FU-8 %s is one that an editor might publish', (_, definition) => {
    expect(faultsOfDefinition(JSON.parse(JSON.stringify(definition)))).toEqual([]);
  });

  it.each(Object.entries(ALL))('FU-10 %s says everything in Chinese and in English', (_, definition) => {
    const texts = placedItems(definition).flatMap(({ item }) => [
      [item.text, item.textEn],
      ...(item.answerOption ?? []).map(({ valueCoding }) => [valueCoding.display, valueCoding.displayEn]),
    ]);
    const flags = (definition.flags ?? []).map(({ nameZh, nameEn }) => [nameZh, nameEn]);
    for (const [zh = '', en = ''] of [...texts, ...flags, [definition.titleZh, definition.titleEn]]) {
      expect(zh).toMatch(HAN);
      expect(en).not.toMatch(HAN);
    }
  });

  it.each(Object.entries(FU_10))('FU-10 %s asks all that is to be asked, and for a recommendation', (code, wanted) => {
    expect(linkIds(code)).toEqual(expect.arrayContaining([...wanted, 'recommend', 'overall', 'suggestion']));
  });

  it.each(Object.keys(FU_10))(
    'FU-9 dissatisfaction with anything in %s asks for a complaint, satisfaction does not',
    (code) => {
      const definition = definitionOf(code);
      const judged = placedItems(definition).filter(({ item }) =>
        item.answerOption?.some(({ valueCoding }) => valueCoding.code === 'dissatisfied'),
      );
      expect(judged.length).toBeGreaterThan(2);
      const kindsOf = (linkId: string, answer: string) =>
        raisedFlags(definition, answersIn([{ linkId, answer: [{ valueCoding: { code: answer } }] }])).map(
          ({ rule }) => rule.kind,
        );
      for (const { item } of judged) {
        expect(kindsOf(item.linkId, 'very-dissatisfied')).toEqual(['dissatisfaction']);
        expect(kindsOf(item.linkId, 'dissatisfied')).toEqual(['dissatisfaction']);
        expect(kindsOf(item.linkId, 'fair')).toEqual([]);
      }
    },
  );

  it.each(['red-packet', 'banquet', 'other'])('FU-10 a gift (%s) is told in confidence', (code) => {
    const answers = answersIn([{ linkId: 'gifts', answer: [{ valueCoding: { code } }] }]);
    for (const survey of ['inpatient-satisfaction', 'discharged-satisfaction']) {
      expect(raisedFlags(definitionOf(survey), answers).map(({ rule }) => rule.kind)).toEqual(['gift']);
      const place = placedItems(definitionOf(survey)).find(({ item }) => item.linkId === 'gifts');
      expect(place?.parent?.item.confidential).toBe(true);
    }
  });

  it('FU-9 every clinical one has red flags, and none is raised by what is well', () => {
    const clinical = Object.entries(STANDARD_QUESTIONNAIRES).filter(([code]) => code.endsWith('follow-up'));
    expect(clinical).toHaveLength(6);
    for (const [, definition] of clinical) {
      const red = (definition.flags ?? []).filter(({ kind }) => kind === 'red-flag');
      expect(red.length).toBeGreaterThanOrEqual(5);
      const well = placedItems(definition).flatMap(({ item }) => {
        const code = item.answerOption?.[0]?.valueCoding.code;
        return isQuestion(item) && code !== undefined
          ? [{ linkId: item.linkId, answer: [{ valueCoding: { code } }] }]
          : [];
      });
      expect(raisedFlags(definition, answersIn(well))).toEqual([]);
    }
  });

  it.each<[string, string, number, string[]]>([
    ['hypertension-follow-up', 'systolic', 179, []],
    ['hypertension-follow-up', 'systolic', 180, ['crisis']],
    ['hypertension-follow-up', 'diastolic', 109, []],
    ['hypertension-follow-up', 'diastolic', 110, ['crisis']],
    ['hypertension-follow-up', 'systolic', 90, []],
    ['hypertension-follow-up', 'systolic', 89, ['low-pressure']],
    ['surgical-follow-up', 'pain', 6, []],
    ['surgical-follow-up', 'pain', 7, ['severe-pain']],
  ])('FU-9 of %s, %s %d raises %j', (code, linkId, valueInteger, flags) => {
    const answers = answersIn([{ linkId, answer: [{ valueInteger }] }]);
    expect(raisedFlags(definitionOf(code), answers).map(({ rule }) => rule.key)).toEqual(flags);
  });

  it.each<[string, string, number, string[]]>([
    ['diabetes-follow-up', 'fasting', 3, []],
    ['diabetes-follow-up', 'fasting', 2.9, ['hypoglycaemia']],
    ['diabetes-follow-up', 'after-meal', 16.6, []],
    ['diabetes-follow-up', 'after-meal', 16.7, ['hyperglycaemia']],
    ['discharge-follow-up', 'temperature', 38.4, []],
    ['discharge-follow-up', 'temperature', 38.5, ['high-fever']],
  ])('FU-9 of %s, %s %d raises %j', (code, linkId, valueDecimal, flags) => {
    const answers = answersIn([{ linkId, answer: [{ valueDecimal }] }]);
    expect(raisedFlags(definitionOf(code), answers).map(({ rule }) => rule.key)).toEqual(flags);
  });
});
