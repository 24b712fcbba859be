import type { FieldFault } from '#platform';
import { conditionFaults, flagFaults } from './conditions.rules.js';
import { itemFaults } from './items.rules.js';
import {
  BEHAVIORS,
  FLAG_KINDS,
  ITEM_SCORES,
  ITEM_TYPES,
  OPERATORS,
  placedItems,
  SCORINGS,
  type QuestionnaireDefinition,
} from './questionnaire.rules.js';
import { day, list, may, must, number, object, oneOf, pattern, text, truth, whole, type Shape } from './shape.rules.js';

/** Groups in groups. */
export const MOST_DEEP = 5;
export const MOST_ITEMS = 200;
const MOST_FAULTS = 50;

const KEY = pattern(/^[a-z0-9]([a-z0-9.-]{0,58}[a-z0-9])?$/);
const TEXT = text(500);

const CONDITION = object({
  question: must(KEY),
  operator: must(oneOf(OPERATORS)),
  answerBoolean: may(truth),
  answerInteger: may(whole),
  answerDecimal: may(number),
  answerDate: may(day),
  answerString: may(TEXT),
  answerCoding: may(object({ code: must(KEY) })),
});

const OPTION = object({
  valueCoding: must(object({ code: must(KEY), display: must(TEXT), displayEn: must(TEXT) })),
  ordinalValue: may(number),
});

const FLAG = object({
  key: must(KEY),
  kind: must(oneOf(FLAG_KINDS)),
  nameZh: must(text(60)),
  nameEn: must(text(120)),
  when: must(list(CONDITION, [1, 40])),
  behavior: may(oneOf(BEHAVIORS)),
});

function itemsAtDepth(depth: number): Shape {
  if (depth > MOST_DEEP) return (_, at) => [{ field: at, code: 'too-deep', params: { limit: MOST_DEEP } }];
  const item: Shape = (value, at) =>
    object({
      linkId: must(KEY),
      text: must(TEXT),
      textEn: must(TEXT),
      type: must(oneOf(ITEM_TYPES)),
      required: may(truth),
      repeats: may(truth),
      answerOption: may(list(OPTION, [0, 50])),
      enableWhen: may(list(CONDITION, [1, 10])),
      enableBehavior: may(oneOf(BEHAVIORS)),
      minValue: may(number),
      maxValue: may(number),
      maxLength: may(whole),
      score: may(oneOf(ITEM_SCORES)),
      confidential: may(truth),
      item: may(itemsAtDepth(depth + 1)),
    })(value, at);
  return list(item, [0, MOST_ITEMS]);
}

const DEFINITION = object({
  titleZh: must(text(60)),
  titleEn: must(text(120)),
  descriptionZh: may(text(1_000)),
  descriptionEn: may(text(2_000)),
  scoring: may(oneOf(SCORINGS)),
  item: must(itemsAtDepth(1)),
  flags: may(list(FLAG, [0, 30])),
});

/**
 * FU-8: everything an editor has to repair before this is a questionnaire, first by its shape, then by its meaning.
 * `field` is a JSON pointer (RFC 6901) that begins with `at`.
 */
export function faultsOfDefinition(value: unknown, at = ''): FieldFault[] {
  const shape = DEFINITION(value, at);
  const faults = shape.length > 0 ? shape : meaningFaults(value as QuestionnaireDefinition, at);
  return faults.slice(0, MOST_FAULTS);
}

function meaningFaults(definition: QuestionnaireDefinition, at: string): FieldFault[] {
  const placed = placedItems(definition);
  if (placed.length === 0) return [{ field: `${at}/item`, code: 'array-not-empty' }];
  if (placed.length > MOST_ITEMS) return [{ field: `${at}/item`, code: 'array-max-size', params: { 0: MOST_ITEMS } }];
  const faults = [...itemFaults(placed), ...conditionFaults(placed), ...flagFaults(definition.flags ?? [], placed)];
  return faults.map((fault) => ({ ...fault, field: `${at}${fault.field}` }));
}
