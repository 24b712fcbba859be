import type { FieldFault } from '#platform';
import { isQuestion, placedItems, type PlacedItem, type QuestionnaireDefinition } from './questionnaire.rules.js';

/**
 * What the green channel needs of the pain score, so that every answer has one number from 0 to 10 (FU-4). `field` is a
 * JSON pointer that begins with `at`.
 */
export function painScoreFaults(definition: QuestionnaireDefinition, at: string): FieldFault[] {
  const counted = placedItems(definition).filter(({ item }) => isQuestion(item) && counts(item));
  const [pain, ...others] = counted;
  return [
    ...(definition.scoring === 'sum' ? [] : [{ field: `${at}/scoring`, code: 'pain-score-sum' }]),
    ...(pain === undefined ? [{ field: `${at}/item`, code: 'pain-score-question' }] : []),
    ...(pain !== undefined && !isScale(pain) ? [{ field: `${at}${pain.at}`, code: 'pain-score-question' }] : []),
    ...others.map((other) => ({ field: `${at}${other.at}`, code: 'pain-score-other' })),
  ];
}

function counts({ score, answerOption }: PlacedItem['item']): boolean {
  return score === 'value' || (answerOption ?? []).some(({ ordinalValue }) => ordinalValue !== undefined);
}

function isScale({ item, parent }: PlacedItem): boolean {
  const { type, minValue, maxValue } = item;
  const isAlwaysOne = item.required === true && item.repeats !== true && item.confidential !== true;
  return type === 'integer' && minValue === 0 && maxValue === 10 && isAlwaysOne && isAlwaysAsked({ item, parent });
}

function isAlwaysAsked({ item, parent }: Pick<PlacedItem, 'item' | 'parent'>): boolean {
  return item.enableWhen === undefined && (parent === null || isAlwaysAsked(parent));
}
