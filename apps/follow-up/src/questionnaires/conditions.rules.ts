import type { FieldFault } from '#platform';
import {
  confidentialIn,
  isQuestion,
  type Condition,
  type FlagRule,
  type ItemType,
  type PlacedItem,
} from './questionnaire.rules.js';

type Answer = Exclude<keyof Condition, 'question' | 'operator'>;

const ANSWERS: Record<Exclude<ItemType, 'group' | 'display'>, Answer> = {
  choice: 'answerCoding',
  integer: 'answerInteger',
  decimal: 'answerDecimal',
  string: 'answerString',
  text: 'answerString',
  date: 'answerDate',
  boolean: 'answerBoolean',
};
const ORDERED: readonly ItemType[] = ['integer', 'decimal', 'date'];

type Index = ReadonlyMap<string, { place: PlacedItem; position: number }>;

/** What is wrong with the conditions under which items are asked. */
export function conditionFaults(placed: readonly PlacedItem[]): FieldFault[] {
  const index = indexOf(placed);
  const confidential = confidentialIn(placed);
  return placed.flatMap((place) => {
    const { item, at } = place;
    const conditions = item.enableWhen ?? [];
    const unclear = conditions.length > 1 && item.enableBehavior === undefined;
    return [
      ...(unclear ? [{ field: `${at}/enableBehavior`, code: 'enable-behavior-missing' }] : []),
      ...conditions.flatMap((condition, number) => {
        const field = `${at}/enableWhen/${number}`;
        return [
          ...orderFaults(place, condition, field, index),
          ...faultsOf(condition, field, index),
          ...(confidential.has(item.linkId) ? [] : betrayals(condition, field, confidential)),
        ];
      }),
    ];
  });
}

/** What is wrong with the rules by which answers raise flags (FU-9). */
export function flagFaults(flags: readonly FlagRule[], placed: readonly PlacedItem[]): FieldFault[] {
  const index = indexOf(placed);
  const confidential = confidentialIn(placed);
  return flags.flatMap(({ key, kind, when }, number) => {
    const field = `/flags/${number}`;
    const isDoubled = flags.findIndex((other) => other.key === key) !== number;
    return [
      ...(isDoubled ? [{ field: `${field}/key`, code: 'flag-doubled', params: { flag: key } }] : []),
      ...when.flatMap((condition, each) => faultsOf(condition, `${field}/when/${each}`, index)),
      ...when.flatMap((condition, each) =>
        kind === 'gift' ? [] : betrayals(condition, `${field}/when/${each}`, confidential),
      ),
    ];
  });
}

/** Whoever sees an item asked, or a flag raised, knows what was answered there: so nothing open depends on it. */
function betrayals({ question }: Condition, field: string, confidential: ReadonlySet<string>): FieldFault[] {
  if (!confidential.has(question)) return [];
  return [{ field: `${field}/question`, code: 'condition-confidential', params: { linkId: question } }];
}

/** The first of its id: a doubled one is a fault of its own. */
function indexOf(placed: readonly PlacedItem[]): Index {
  const index = new Map<string, { place: PlacedItem; position: number }>();
  placed.forEach((place, position) => {
    if (!index.has(place.item.linkId)) index.set(place.item.linkId, { place, position });
  });
  return index;
}

/** Items are asked in their order: what decides about one has to be answered before it. */
function orderFaults(place: PlacedItem, { question }: Condition, field: string, index: Index): FieldFault[] {
  const asked = index.get(question);
  const own = index.get(place.item.linkId);
  if (!asked || !own || asked.position < own.position) return [];
  const at = { field: `${field}/question` };
  const params = { linkId: question };
  if (isWithin(asked.place, place)) return [{ ...at, code: 'enable-when-own', params }];
  if (reaches(question, place.item.linkId, index)) return [{ ...at, code: 'enable-when-cycle', params }];
  return [{ ...at, code: 'enable-when-later', params }];
}

function isWithin(place: PlacedItem | null, group: PlacedItem): boolean {
  return place !== null && (place.item === group.item || isWithin(place.parent, group));
}

/** Whether one item is asked only by what another one says, over any number of steps and of groups above. */
function reaches(from: string, to: string, index: Index): boolean {
  const seen = new Set<string>();
  const waiting = [from];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === to) return true;
    const place = index.get(next)?.place;
    if (!place || seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(place.item.enableWhen ?? []).map(({ question }) => question));
    if (place.parent) waiting.push(place.parent.item.linkId);
  }
  return false;
}

function faultsOf(condition: Condition, field: string, index: Index): FieldFault[] {
  const { question, operator } = condition;
  const asked = index.get(question)?.place.item;
  if (!asked) return [{ field: `${field}/question`, code: 'condition-unknown', params: { linkId: question } }];
  if (!isQuestion(asked))
    return [{ field: `${field}/question`, code: 'condition-of-none', params: { linkId: question } }];
  const type = asked.type as keyof typeof ANSWERS;
  if (/[<>]/.test(operator) && !ORDERED.includes(type))
    return [{ field: `${field}/operator`, code: 'condition-unordered', params: { linkId: question } }];
  const wanted = operator === 'exists' ? 'answerBoolean' : ANSWERS[type];
  const given = Object.keys(condition).filter((name) => name.startsWith('answer'));
  if (given.join() !== wanted) return [{ field, code: 'condition-answer', params: { wanted } }];
  const code = condition.answerCoding?.code;
  const isKnown = code === undefined || asked.answerOption?.some(({ valueCoding }) => valueCoding.code === code);
  return isKnown ? [] : [{ field: `${field}/answerCoding/code`, code: 'condition-option', params: { option: code } }];
}
