import {
  isQuestion,
  placedItems,
  type Condition,
  type QuestionnaireDefinition,
} from '../questionnaires/questionnaire.rules.js';
import { scalarOf, type Answer, type Answers } from './answer.rules.js';

/**
 * Whether a condition of FHIR R4 holds. `exists` asks whether there is an answer; `!=` holds when no answer is equal,
 * so also while there is none; the others hold when any answer compares so.
 */
export function holds(condition: Condition, answers: Answers): boolean {
  const given = answers.get(condition.question) ?? [];
  if (condition.operator === 'exists') return given.length > 0 === (condition.answerBoolean ?? true);
  const wanted = wantedBy(condition);
  if (wanted === undefined) return false;
  if (condition.operator === '!=') return given.every((each) => scalarOf(each) !== wanted);
  return given.some((each) => compares(each, condition.operator, wanted));
}

/** Whether one or all of the conditions hold; no condition holds nothing back. */
export function allow(conditions: readonly Condition[], behavior: 'all' | 'any', answers: Answers): boolean {
  if (conditions.length === 0) return true;
  return behavior === 'all'
    ? conditions.every((condition) => holds(condition, answers))
    : conditions.some((condition) => holds(condition, answers));
}

/**
 * Ids of the items that are asked, given what was answered so far: no answer to a question that is not asked decides
 * about another one. A group that is not asked takes everything in it along.
 */
export function enabledItems(definition: Pick<QuestionnaireDefinition, 'item'>, answers: Answers): Set<string> {
  const enabled = new Set<string>();
  const heard = new Map<string, readonly Answer[]>();
  for (const { item, parent } of placedItems(definition)) {
    if (parent && !enabled.has(parent.item.linkId)) continue;
    if (!allow(item.enableWhen ?? [], item.enableBehavior ?? 'all', heard)) continue;
    enabled.add(item.linkId);
    const answer = answers.get(item.linkId);
    if (isQuestion(item) && answer) heard.set(item.linkId, answer);
  }
  return enabled;
}

function wantedBy(condition: Condition): string | number | boolean | undefined {
  return (
    condition.answerCoding?.code ??
    condition.answerInteger ??
    condition.answerDecimal ??
    condition.answerDate ??
    condition.answerString ??
    condition.answerBoolean
  );
}

/** Days compare as their text does. */
function compares(answer: Answer, operator: Condition['operator'], wanted: string | number | boolean): boolean {
  const value = scalarOf(answer);
  if (value === undefined || typeof value !== typeof wanted) return false;
  switch (operator) {
    case '>':
      return value > wanted;
    case '>=':
      return value >= wanted;
    case '<':
      return value < wanted;
    case '<=':
      return value <= wanted;
    default:
      return value === wanted;
  }
}
