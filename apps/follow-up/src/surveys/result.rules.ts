import type { ScoreKind } from '../responses/score.rules.js';

/** With fewer answers about a member of staff than this, one could guess who said what. */
export const FEWEST_ANSWERS = 5;

export const RESULT_GROUPINGS = ['department', 'staff-member', 'channel'] as const;
export type ResultGrouping = (typeof RESULT_GROUPINGS)[number];

/** How often one score was given to one question, within one group. */
export interface ScoreCount {
  key: string | null;
  linkId: string;
  kind: ScoreKind;
  score: number;
  count: number;
}

/** FU-10: the answers to one question. */
export interface QuestionResult {
  linkId: string;
  kind: ScoreKind;
  n: number;
  /** To a hundredth. */
  mean: number;
  /** How often each score was given, the lowest first. */
  distribution: { score: number; count: number }[];
  /** Only of a recommendation from 0 to 10. */
  nps: NetPromoter | null;
}

export interface NetPromoter {
  promoters: number;
  passives: number;
  detractors: number;
  /** Promoters less detractors, in percent of all: −100 to 100. */
  value: number;
}

/** The questions of one group, as they were counted. Of none there is no result. */
export function questionResults(counts: readonly ScoreCount[]): QuestionResult[] {
  const ids = [...new Set(counts.map(({ linkId }) => linkId))].sort();
  return ids.map((linkId) => resultOf(counts.filter((each) => each.linkId === linkId)));
}

function resultOf(counts: readonly ScoreCount[]): QuestionResult {
  const [{ linkId, kind }] = counts as [ScoreCount];
  const n = counts.reduce((sum, { count }) => sum + count, 0);
  const mean = Number((counts.reduce((sum, { score, count }) => sum + score * count, 0) / n).toFixed(2));
  const distribution = counts.map(({ score, count }) => ({ score, count })).sort((a, b) => a.score - b.score);
  return { linkId, kind, n, mean, distribution, nps: kind === 'nps' ? netPromoter(distribution) : null };
}

/** Promoters give 9 or 10, detractors 0 to 6. */
export function netPromoter(distribution: readonly { score: number; count: number }[]): NetPromoter {
  const among = (from: number, to: number) =>
    distribution.reduce((sum, { score, count }) => (score >= from && score <= to ? sum + count : sum), 0);
  const [promoters, passives, detractors] = [among(9, 10), among(7, 8), among(0, 6)];
  const value = Number(((100 * (promoters - detractors)) / (promoters + passives + detractors)).toFixed(1));
  return { promoters, passives, detractors, value };
}
