import { describe, expect, it } from '@jest/globals';
import type { SurveyResults } from './results.dto.js';
import { csvOfResults } from './results-csv.js';

const question = { linkId: 'recommend', kind: 'nps' as const, n: 6, mean: 7.83, distribution: [] };
const nps = { promoters: 1, passives: 0, detractors: 5, value: -66.7 };
const group = { responses: 6, suppressed: false, questions: [{ ...question, nps }] };

describe('the results of a survey as CSV', () => {
  const results: SurveyResults = {
    asOf: '2026-11-22T02:15:00.000Z',
    whole: { key: null, ...group },
    groups: [
      { key: '=HYPERLINK("http://x","外科")', ...group },
      { key: null, responses: 3, suppressed: true, questions: [] },
    ],
  };
  const lines = csvOfResults(results, 'zh-CN').split('\r\n');

  it('FU-10 begin with the mark by which Excel knows UTF-8, and titles in the language asked for', () => {
    expect(lines[0]).toBe('\uFEFF分组,答卷数,题目,类型,作答数,平均分,推荐者,中立者,贬损者,NPS');
    expect(csvOfResults(results, 'en')).toMatch(/^\uFEFFGroup,Responses,/);
  });

  it('FU-10 are a line a group and question, and say that few answers are not shown', () => {
    expect(lines[1]).toBe('全部,6,recommend,nps,6,7.83,1,0,5,-66.7');
    expect(lines[3]).toBe('未注明,3,少于5份，不显示,,,,,,,');
    expect(lines).toHaveLength(5);
  });

  it('FU-10 are nothing that a spreadsheet computes', () => {
    expect(lines[2]).toMatch(/^"'=HYPERLINK/);
  });
});
