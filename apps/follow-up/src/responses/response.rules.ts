import type { FieldFault } from '#platform';
import { MOST_TEXT } from '../questionnaires/items.rules.js';
import {
  isQuestion,
  type QuestionnaireDefinition,
  type QuestionnaireItem,
  placedItems,
} from '../questionnaires/questionnaire.rules.js';
import { day, list, may, must, number, object, text, truth, whole, type Shape } from '../questionnaires/shape.rules.js';
import { answersIn, VALUES, type Answer, type ResponseItem } from './answer.rules.js';
import { enabledItems } from './enabled.rules.js';

/** Answers to one question that repeats. */
export const MOST_ANSWERS = 50;
const MOST_ITEMS = 200;
const MOST_DEEP = 6;
const MOST_FAULTS = 50;
/** Of a one-line answer whose question says nothing else, in characters. */
const LINE = 200;
const PARAGRAPH = 2_000;
const LINK_ID = text(60);

const ANSWER = object({
  valueBoolean: may(truth),
  valueInteger: may(whole),
  valueDecimal: may(number),
  valueDate: may(day),
  valueString: may(text(MOST_TEXT)),
  valueCoding: may(object({ code: must(text(60)) })),
});

function itemsAtDepth(depth: number): Shape {
  if (depth > MOST_DEEP) return (_, at) => [{ field: at, code: 'too-deep', params: { limit: MOST_DEEP } }];
  const item: Shape = (value, at) =>
    object({
      linkId: must(LINK_ID),
      answer: may(list(ANSWER, [1, MOST_ANSWERS])),
      item: may(itemsAtDepth(depth + 1)),
    })(value, at);
  return list(item, [0, MOST_ITEMS]);
}

const ITEMS = itemsAtDepth(1);

/**
 * FU-8: everything that is wrong with answers to a version of a questionnaire. `field` is a JSON pointer (RFC 6901) that
 * begins with `at`; of an answer that is missing it names the items it should be among.
 */
export function faultsOfResponse(definition: QuestionnaireDefinition, items: unknown, at = '/items'): FieldFault[] {
  const shape = faultsOfShape(items, at);
  if (shape.length > 0) return shape;
  const given = items as ResponseItem[];
  const answers = answersIn(given);
  const enabled = enabledItems(definition, answers);
  const visit = new Visit(definition, enabled);
  visit.items(definition.item, given, at);
  return visit.faults.slice(0, MOST_FAULTS);
}

/** Those without which they are `ResponseItem`s of whatever questionnaire. */
export function faultsOfShape(items: unknown, at = '/items'): FieldFault[] {
  return ITEMS(items, at).slice(0, MOST_FAULTS);
}

/** One walk over a response beside its questionnaire. */
class Visit {
  readonly faults: FieldFault[] = [];
  private readonly known: ReadonlySet<string>;

  constructor(
    definition: QuestionnaireDefinition,
    private readonly enabled: ReadonlySet<string>,
  ) {
    this.known = new Set(placedItems(definition).map(({ item }) => item.linkId));
  }

  items(asked: readonly QuestionnaireItem[], given: readonly ResponseItem[], at: string): void {
    const byId = new Map(asked.map((item) => [item.linkId, item]));
    const seen = new Map<string, { item: ResponseItem; at: string }>();
    given.forEach((item, index) => {
      const here = `${at}/${index}`;
      const fault = this.placeFault(item, `${here}/linkId`, byId, seen);
      if (fault) this.faults.push(fault);
      else seen.set(item.linkId, { item, at: here });
    });
    for (const item of asked) {
      const found = seen.get(item.linkId);
      if (found) this.one(item, found.item, found.at);
      else this.missing(item, at);
    }
  }

  private placeFault(
    { linkId }: ResponseItem,
    field: string,
    asked: ReadonlyMap<string, QuestionnaireItem>,
    seen: ReadonlyMap<string, unknown>,
  ): FieldFault | undefined {
    if (!this.known.has(linkId)) return { field, code: 'link-id-unknown', params: { linkId } };
    if (!asked.has(linkId)) return { field, code: 'link-id-misplaced', params: { linkId } };
    return seen.has(linkId) ? { field, code: 'link-id-doubled', params: { linkId } } : undefined;
  }

  private one(asked: QuestionnaireItem, given: ResponseItem, at: string): void {
    const { linkId, type } = asked;
    const has = given.answer !== undefined || (given.item?.length ?? 0) > 0;
    if (!this.enabled.has(linkId)) {
      if (has) this.faults.push({ field: at, code: 'item-disabled', params: { linkId } });
      return;
    }
    if (type === 'group') {
      if (given.answer) this.faults.push({ field: `${at}/answer`, code: 'answer-unwanted', params: { linkId } });
      return this.items(asked.item ?? [], given.item ?? [], `${at}/item`);
    }
    if (given.item) this.faults.push({ field: `${at}/item`, code: 'answer-unwanted', params: { linkId } });
    if (!isQuestion(asked) && given.answer)
      this.faults.push({ field: `${at}/answer`, code: 'answer-unwanted', params: { linkId } });
    else if (isQuestion(asked)) this.question(asked, given.answer ?? [], at);
  }

  private question(asked: QuestionnaireItem, answers: readonly Answer[], at: string): void {
    const { linkId } = asked;
    if (answers.length === 0 && asked.required) this.require(linkId, at);
    if (answers.length > 1 && !asked.repeats)
      this.faults.push({ field: `${at}/answer/1`, code: 'answer-repeated', params: { linkId } });
    answers.forEach((answer, index) => this.faults.push(...valueFaults(asked, answer, `${at}/answer/${index}`)));
    const scalars = answers.map((answer) => JSON.stringify(answer));
    if (new Set(scalars).size < scalars.length) this.faults.push({ field: `${at}/answer`, code: 'array-unique' });
  }

  /** Of a group that was left out, what is required in it. */
  private missing(asked: QuestionnaireItem, at: string): void {
    if (!this.enabled.has(asked.linkId)) return;
    if (asked.type === 'group') for (const item of asked.item ?? []) this.missing(item, at);
    else if (asked.required) this.require(asked.linkId, at);
  }

  private require(linkId: string, field: string): void {
    this.faults.push({ field, code: 'answer-required', params: { linkId } });
  }
}

function valueFaults(asked: QuestionnaireItem, answer: Answer, at: string): FieldFault[] {
  const member = VALUES[asked.type as keyof typeof VALUES];
  if (Object.keys(answer).join() !== member) return [{ field: at, code: 'answer-type', params: { wanted: member } }];
  const field = `${at}/${member}`;
  const { minValue, maxValue } = asked;
  const value = answer.valueInteger ?? answer.valueDecimal;
  if (value !== undefined && minValue !== undefined && value < minValue)
    return [{ field, code: 'min', params: { 0: minValue } }];
  if (value !== undefined && maxValue !== undefined && value > maxValue)
    return [{ field, code: 'max', params: { 0: maxValue } }];
  const most = asked.maxLength ?? (asked.type === 'text' ? PARAGRAPH : LINE);
  if (answer.valueString !== undefined && answer.valueString.length > most)
    return [{ field, code: 'max-length', params: { 0: most } }];
  const code = answer.valueCoding?.code;
  const isOption = code === undefined || asked.answerOption?.some(({ valueCoding }) => valueCoding.code === code);
  return isOption ? [] : [{ field: `${field}/code`, code: 'option-unknown', params: { linkId: asked.linkId } }];
}
