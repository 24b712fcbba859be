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
