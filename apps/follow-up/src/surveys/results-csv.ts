import { harmless, quotedCells, type Language } from '#platform';
import type { SurveyGroupResult, SurveyQuestionResult, SurveyResults } from './results.dto.js';

const TITLES: Record<Language, string[]> = {
  'zh-CN': ['分组', '答卷数', '题目', '类型', '作答数', '平均分', '推荐者', '中立者', '贬损者', 'NPS'],
  en: ['Group', 'Responses', 'Question', 'Kind', 'Answers', 'Mean', 'Promoters', 'Passives', 'Detractors', 'NPS'],
};
const WHOLE: Record<Language, string> = { 'zh-CN': '全部', en: 'All' };
const NOT_STATED: Record<Language, string> = { 'zh-CN': '未注明', en: 'Not stated' };
const NOT_SHOWN: Record<Language, string> = { 'zh-CN': '少于5份，不显示', en: 'Fewer than 5: not shown' };
/** Tells Excel that it is UTF-8. */
const MARK = '\uFEFF';

/** What a questionnaire brought, a line a group and question, as spreadsheets open it without computing any of it. */
export function csvOfResults({ whole, groups }: SurveyResults, language: Language): string {
  const lines = [
    ...linesOf(whole, WHOLE[language], language),
    ...groups.flatMap((group) => linesOf(group, group.key ?? NOT_STATED[language], language)),
  ];
  return MARK + [TITLES[language], ...lines].map(lineOf).join('');
}

type Cell = string | number;

/** A number may begin with a minus: only texts can be formulas. */
function lineOf(cells: Cell[]): string {
  return quotedCells(cells.map((cell) => (typeof cell === 'number' ? String(cell) : harmless(cell))));
}

function linesOf({ responses, suppressed, questions }: SurveyGroupResult, name: string, language: Language): Cell[][] {
  const of = [name, responses];
  if (questions.length === 0) return [[...of, suppressed ? NOT_SHOWN[language] : '', '', '', '', '', '', '', '']];
  return questions.map((question) => [...of, ...cellsOf(question)]);
}

function cellsOf({ linkId, kind, n, mean, nps }: SurveyQuestionResult): Cell[] {
  const scores = nps ? [nps.promoters, nps.passives, nps.detractors, nps.value] : ['', '', '', ''];
  return [linkId, kind, n, mean, ...scores];
}
