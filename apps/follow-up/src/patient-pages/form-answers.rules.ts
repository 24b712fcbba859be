import type { QuestionnaireDefinition, QuestionnaireItem } from '../questionnaires/questionnaire.rules.js';
import type { Answer, Answers } from '../responses/answer.rules.js';

/** One thing wrong with what was filled in, by the question it belongs to. */
export interface FormFault {
  linkId: string;
  code: string;
  params?: Record<string, unknown>;
}

/** What was filled in, read as answers; what cannot be read is a fault. */
export interface FilledIn {
  answers: Answers;
  faults: FormFault[];
}

/** Values of a form by question, as they were sent: shown again while something is wrong. */
export type Entered = ReadonlyMap<string, readonly string[]>;

const PREFIX = 'a.';
/** The names of questions that were shown: what appears only now has to be shown once before it counts as left out. */
const SEEN = 'seen';
const MOST_VALUES = 50;
const NUMBER = /^[+-]?\d{1,15}(?:\.\d{1,10})?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function fieldName(linkId: string): string {
  return `${PREFIX}${linkId}`;
}

/** @returns what stands in the fields of the form, without empty ones. Browsers send \r\n and count it as one for maxlength. */
export function enteredIn(form: URLSearchParams): Entered {
  const entered = new Map<string, string[]>();
  for (const [name, value] of form) {
    const text = value.replace(/\r\n?/g, '\n').trim();
    if (!name.startsWith(PREFIX) || text === '') continue;
    const linkId = name.slice(PREFIX.length);
    const values = entered.get(linkId) ?? [];
    if (values.length < MOST_VALUES) values.push(text);
    entered.set(linkId, values);
  }
  return entered;
}

export function seenIn(form: URLSearchParams): ReadonlySet<string> {
  return new Set(form.getAll(SEEN));
}

export const SEEN_FIELD = SEEN;

/** Reads the fields of every question of the questionnaire; fields of no question are passed over. */
export function answersOf(items: QuestionnaireDefinition['item'], entered: Entered): FilledIn {
  const answers = new Map<string, readonly Answer[]>();
  const faults: FormFault[] = [];
  const walk = (item: QuestionnaireItem): void => {
    item.item?.forEach(walk);
    const values = entered.get(item.linkId);
    if (!values) return;
    const read = values.map((value) => answerOf(item, value));
    const wrong = read.find((each) => typeof each === 'string');
    if (typeof wrong === 'string') faults.push({ linkId: item.linkId, code: wrong });
    else
      answers.set(
        item.linkId,
        read.filter((each) => typeof each === 'object'),
      );
  };
  items.forEach(walk);
  return { answers, faults };
}

/** @returns the answer, the code of what is wrong with it, or undefined where nothing is asked. */
function answerOf({ type }: QuestionnaireItem, value: string): Answer | string | undefined {
  switch (type) {
    case 'choice':
      return { valueCoding: { code: value } };
    case 'boolean':
      return value === 'true' || value === 'false' ? { valueBoolean: value === 'true' } : 'unusable';
    case 'integer':
    case 'decimal':
      return numberOf(type, value);
    case 'date':
      return DAY.test(value.normalize('NFKC')) ? { valueDate: value.normalize('NFKC') } : 'not-a-day';
    case 'string':
    case 'text':
      return { valueString: value };
    default:
      return undefined;
  }
}

/** A Chinese keyboard writes ３ and ．, and many write 3,5. */
function numberOf(type: 'integer' | 'decimal', value: string): Answer | string {
  const text = value.normalize('NFKC').replace('。', '.').replace(',', '.');
  if (!NUMBER.test(text)) return 'not-a-number';
  const number = Number(text);
  if (type === 'decimal') return { valueDecimal: number };
  return Number.isInteger(number) ? { valueInteger: number } : 'is-int';
}
