/** A draft can change; a published one never does, and is what is asked; a retired one is asked of nobody new. */
export const QUESTIONNAIRE_STATUSES = ['draft', 'published', 'retired'] as const;
export type QuestionnaireStatus = (typeof QUESTIONNAIRE_STATUSES)[number];

export const ITEM_TYPES = [
  'group',
  'choice',
  'integer',
  'decimal',
  'string',
  'text',
  'date',
  'boolean',
  'display',
] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

export const OPERATORS = ['exists', '=', '!=', '>', '<', '>=', '<='] as const;
export type Operator = (typeof OPERATORS)[number];

export const BEHAVIORS = ['all', 'any'] as const;
export type Behavior = (typeof BEHAVIORS)[number];

/** `sum`: points are added; `mean`: the mean of what was answered. */
export const SCORINGS = ['sum', 'mean'] as const;
export type Scoring = (typeof SCORINGS)[number];

/** Of a number: `value`, it counts as it is; `nps`, it is a recommendation from 0 to 10 and counts by itself. */
export const ITEM_SCORES = ['value', 'nps'] as const;
export type ItemScore = (typeof ITEM_SCORES)[number];

/** What an answer can set going (FU-9). `gift`: cash or a banquet was taken; it becomes a confidential complaint. */
export const FLAG_KINDS = ['red-flag', 'dissatisfaction', 'wish-to-return', 'gift'] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

export interface Coding {
  code: string;
  display: string;
  displayEn: string;
}

export interface AnswerOption {
  valueCoding: Coding;
  /** Points; all options of a question have them or none. */
  ordinalValue?: number;
}

/** As FHIR R4's `Questionnaire.item.enableWhen`; one of the answers, by the type of the question. */
export interface Condition {
  question: string;
  operator: Operator;
  answerBoolean?: boolean;
  answerInteger?: number;
  answerDecimal?: number;
  answerDate?: string;
  answerString?: string;
  answerCoding?: { code: string };
}

/** As FHIR R4's `Questionnaire.item`; `text` is Chinese, beside it stands the English. */
export interface QuestionnaireItem {
  linkId: string;
  text: string;
  textEn: string;
  type: ItemType;
  required?: boolean;
  /** More than one answer. */
  repeats?: boolean;
  answerOption?: AnswerOption[];
  enableWhen?: Condition[];
  /** Necessary with more than one condition. */
  enableBehavior?: Behavior;
  minValue?: number;
  maxValue?: number;
  /** Characters. */
  maxLength?: number;
  score?: ItemScore;
  /** Answered to nobody without the right to know of gifts; of a group, all that is in it. */
  confidential?: boolean;
  /** Of a group only. */
  item?: QuestionnaireItem[];
}

export interface FlagRule {
  key: string;
  kind: FlagKind;
  nameZh: string;
  nameEn: string;
  when: Condition[];
  /** `any` unless given. */
  behavior?: Behavior;
}

export interface QuestionnaireDefinition {
  titleZh: string;
  titleEn: string;
  descriptionZh?: string;
  descriptionEn?: string;
  /** Without it there is no score of groups and none in all. */
  scoring?: Scoring;
  item: QuestionnaireItem[];
  flags?: FlagRule[];
}

/** An item where it stands. */
export interface PlacedItem {
  item: QuestionnaireItem;
  /** JSON pointer (RFC 6901) from the definition on. */
  at: string;
  parent: PlacedItem | null;
}

/** Every item, a group before what is in it: the order in which they are asked. */
export function placedItems({ item }: Pick<QuestionnaireDefinition, 'item'>): PlacedItem[] {
  const placed = (items: readonly QuestionnaireItem[], at: string, parent: PlacedItem | null): PlacedItem[] =>
    items.flatMap((each, index) => {
      const here: PlacedItem = { item: each, at: `${at}/item/${index}`, parent };
      return [here, ...placed(each.item ?? [], here.at, here)];
    });
  return placed(item, '', null);
}

/** Whether something is answered there. */
export function isQuestion({ type }: Pick<QuestionnaireItem, 'type'>): boolean {
  return type !== 'group' && type !== 'display';
}

/** Link ids of all that is asked in confidence: a confidential item and everything in it. */
export function confidentialIn(placed: readonly PlacedItem[]): Set<string> {
  const confidential = new Set<string>();
  for (const { item, parent } of placed)
    if (item.confidential || (parent && confidential.has(parent.item.linkId))) confidential.add(item.linkId);
  return confidential;
}
