import type { QuestionnaireItem } from '../questionnaires/questionnaire.rules.js';

/** As FHIR R4's `QuestionnaireResponse.item.answer`: exactly one of them, by the type of the question. */
export interface Answer {
  valueBoolean?: boolean;
  valueInteger?: number;
  valueDecimal?: number;
  valueDate?: string;
  valueString?: string;
  valueCoding?: { code: string };
}

/** As FHIR R4's `QuestionnaireResponse.item`: an answered question, or a group with what was answered in it. */
export interface ResponseItem {
  linkId: string;
  answer?: Answer[];
  item?: ResponseItem[];
}

export type AnswerMember = keyof Answer;

export const VALUES: Record<Exclude<QuestionnaireItem['type'], 'group' | 'display'>, AnswerMember> = {
  choice: 'valueCoding',
  integer: 'valueInteger',
  decimal: 'valueDecimal',
  string: 'valueString',
  text: 'valueString',
  date: 'valueDate',
  boolean: 'valueBoolean',
};

/** What was answered, by the question's link id. */
export type Answers = ReadonlyMap<string, readonly Answer[]>;

/** The answers of a response wherever they stand in it. */
export function answersIn(items: readonly ResponseItem[]): Answers {
  const found = new Map<string, readonly Answer[]>();
  const walk = (each: ResponseItem): void => {
    if (each.answer?.length) found.set(each.linkId, each.answer);
    each.item?.forEach(walk);
  };
  items.forEach(walk);
  return found;
}

/** The items of a response out of plain answers, each in the groups it belongs to; what is not asked is left out. */
export function responseItemsOf(items: readonly QuestionnaireItem[], answers: Answers): ResponseItem[] {
  return items.flatMap((each): ResponseItem[] => {
    const { linkId } = each;
    if (each.type === 'group') {
      const item = responseItemsOf(each.item ?? [], answers);
      return item.length > 0 ? [{ linkId, item }] : [];
    }
    const answer = answers.get(linkId);
    return answer?.length ? [{ linkId, answer: [...answer] }] : [];
  });
}

/** An item as it is shown: answered in confidence, it has a mark in the place of what was said. */
export interface ShownItem<Mark> {
  linkId: string;
  answer?: Answer[];
  item?: ShownItem<Mark>[];
  withheld?: Mark;
}

/** The items without what was answered in confidence. */
export function shownItems<Mark>(
  items: readonly ResponseItem[],
  confidential: ReadonlySet<string>,
  mark: Mark,
): ShownItem<Mark>[] {
  return items.map(({ linkId, answer, item }) => {
    if (confidential.has(linkId)) return { linkId, withheld: mark };
    const within = item ? { item: shownItems(item, confidential, mark) } : {};
    return { linkId, ...(answer ? { answer } : {}), ...within };
  });
}

/** The value itself; of a choice its code. */
export function scalarOf(answer: Answer): string | number | boolean | undefined {
  return (
    answer.valueCoding?.code ??
    answer.valueInteger ??
    answer.valueDecimal ??
    answer.valueDate ??
    answer.valueString ??
    answer.valueBoolean
  );
}
