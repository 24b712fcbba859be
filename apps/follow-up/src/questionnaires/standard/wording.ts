import type { Condition, FlagKind, FlagRule, QuestionnaireItem } from '../questionnaire.rules.js';

/** Code, Chinese, English and, where the choice counts, points. */
export type Choice = readonly [code: string, zh: string, en: string, points?: number];

type Extra = Partial<QuestionnaireItem>;

export const YES_NO: readonly Choice[] = [
  ['no', '没有', 'No'],
  ['yes', '有', 'Yes'],
];
export const WANTS: readonly Choice[] = [
  ['no', '不需要', 'No'],
  ['yes', '需要', 'Yes'],
];
const DONE: readonly Choice[] = [
  ['yes', '是', 'Yes', 5],
  ['partly', '部分做到', 'Partly', 3],
  ['no', '否', 'No', 1],
];
const SATISFIED: readonly Choice[] = [
  ['very-satisfied', '非常满意', 'Very satisfied', 5],
  ['satisfied', '满意', 'Satisfied', 4],
  ['fair', '一般', 'Neither', 3],
  ['dissatisfied', '不满意', 'Dissatisfied', 2],
  ['very-dissatisfied', '非常不满意', 'Very dissatisfied', 1],
];

export function choice(
  linkId: string,
  text: string,
  textEn: string,
  choices: readonly Choice[],
  extra: Extra = {},
): QuestionnaireItem {
  const answerOption = choices.map(([code, display, displayEn, points]) => ({
    valueCoding: { code, display, displayEn },
    ...(points === undefined ? {} : { ordinalValue: points }),
  }));
  return { linkId, text, textEn, type: 'choice', answerOption, ...extra };
}

/** Something that may have happened. */
export const happened = (linkId: string, text: string, textEn: string, extra: Extra = {}): QuestionnaireItem =>
  choice(linkId, text, textEn, YES_NO, extra);

/** Something that should have been done: 5 points when it was, 1 when not. It may not apply, so it may stay open. */
export const done = (linkId: string, text: string, textEn: string): QuestionnaireItem =>
  choice(linkId, text, textEn, DONE);

/** 1 to 5 points. */
export const satisfied = (linkId: string, text: string, textEn: string, extra: Extra = {}): QuestionnaireItem =>
  choice(linkId, text, textEn, SATISFIED, extra);

export const whole = (
  linkId: string,
  text: string,
  textEn: string,
  [minValue, maxValue]: [number, number],
  extra: Extra = {},
): QuestionnaireItem => ({ linkId, text, textEn, type: 'integer', minValue, maxValue, ...extra });

export const decimal = (
  linkId: string,
  text: string,
  textEn: string,
  [minValue, maxValue]: [number, number],
  extra: Extra = {},
): QuestionnaireItem => ({ linkId, text, textEn, type: 'decimal', minValue, maxValue, ...extra });

/** An open question. */
export const open = (linkId: string, text: string, textEn: string, extra: Extra = {}): QuestionnaireItem => ({
  linkId,
  text,
  textEn,
  type: 'text',
  maxLength: 1_000,
  ...extra,
});

export const group = (
  linkId: string,
  text: string,
  textEn: string,
  item: QuestionnaireItem[],
  extra: Extra = {},
): QuestionnaireItem => ({ linkId, text, textEn, type: 'group', item, ...extra });

export const is = (question: string, code = 'yes'): Condition => ({ question, operator: '=', answerCoding: { code } });
export const atLeast = (question: string, answerInteger: number): Condition => ({
  question,
  operator: '>=',
  answerInteger,
});
export const below = (question: string, answerInteger: number): Condition => ({
  question,
  operator: '<',
  answerInteger,
});

export const flag = (key: string, kind: FlagKind, nameZh: string, nameEn: string, when: Condition[]): FlagRule => ({
  key,
  kind,
  nameZh,
  nameEn,
  when,
});

export const redFlag = (key: string, nameZh: string, nameEn: string, ...when: Condition[]): FlagRule =>
  flag(key, 'red-flag', nameZh, nameEn, when);

/** Whoever wishes to come back is called with an appointment (FU-9). */
export const WISHES_APPOINTMENT = choice(
  'wants-appointment',
  '是否需要我们为您预约复诊？',
  'Shall we make an appointment for you?',
  WANTS,
);
export const APPOINTMENT = flag('wants-appointment', 'wish-to-return', '希望预约复诊', 'Wants an appointment', [
  is('wants-appointment'),
]);
