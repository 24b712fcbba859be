import {
  confidentialIn,
  placedItems,
  type QuestionnaireDefinition,
  type QuestionnaireItem,
} from '../questionnaires/questionnaire.rules.js';
import type { Answers } from './answer.rules.js';

/** `nps`: a recommendation from 0 to 10, in no other score. `group`: of what was answered in it. */
export const SCORE_KINDS = ['question', 'group', 'nps'] as const;
export type ScoreKind = (typeof SCORE_KINDS)[number];

export interface Score {
  linkId: string;
  kind: ScoreKind;
  score: number;
}

export interface Scores {
  /** Null without a way to count or with nothing counted. */
  total: number | null;
  scores: Score[];
}

/** FU-10: the points of each question answered, of each group, and in all. Unanswered and confidential questions count nowhere. */
export function scoresOf(definition: QuestionnaireDefinition, answers: Answers): Scores {
  const placed = placedItems(definition);
  const confidential = confidentialIn(placed);
  const points = new Map<string, number>();
  const nps: Score[] = [];
  for (const { item } of placed) {
    const score = confidential.has(item.linkId) ? undefined : pointsOf(item, answers);
    if (score === undefined) continue;
    if (item.score === 'nps') nps.push({ linkId: item.linkId, kind: 'nps', score });
    else points.set(item.linkId, score);
  }
  const scores: Score[] = [...points].map(([linkId, score]) => ({ linkId, kind: 'question', score }));
  return {
    total: together(definition.item, definition.scoring, points),
    scores: [...scores, ...groupScores(definition, points), ...nps],
  };
}

function groupScores(definition: QuestionnaireDefinition, points: ReadonlyMap<string, number>): Score[] {
  return placedItems(definition).flatMap(({ item }): Score[] => {
    if (item.type !== 'group') return [];
    const score = together(item.item ?? [], definition.scoring, points);
    return score === null ? [] : [{ linkId: item.linkId, kind: 'group', score }];
  });
}

function pointsOf(item: QuestionnaireItem, answers: Answers): number | undefined {
  const given = answers.get(item.linkId) ?? [];
  const ordinals = new Map(item.answerOption?.map(({ valueCoding, ordinalValue }) => [valueCoding.code, ordinalValue]));
  const counted = given.flatMap((answer) => {
    if (answer.valueCoding) return ordinals.get(answer.valueCoding.code) ?? [];
    return item.score === undefined ? [] : (answer.valueInteger ?? answer.valueDecimal ?? []);
  });
  return counted.length === 0 ? undefined : rounded(counted.reduce((sum, each) => sum + each, 0));
}

function together(
  items: readonly QuestionnaireItem[],
  scoring: QuestionnaireDefinition['scoring'],
  points: ReadonlyMap<string, number>,
): number | null {
  const within = placedItems({ item: [...items] }).flatMap(({ item }) => points.get(item.linkId) ?? []);
  if (scoring === undefined || within.length === 0) return null;
  const sum = within.reduce((total, each) => total + each, 0);
  return rounded(scoring === 'sum' ? sum : sum / within.length);
}

/** To four places: sums of decimals are not exact. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
