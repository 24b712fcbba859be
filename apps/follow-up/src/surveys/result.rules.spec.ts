import { describe, expect, it } from '@jest/globals';
import { netPromoter, questionResults } from './result.rules.js';

const score = (linkId: string, value: number, count: number, kind: 'question' | 'nps' = 'question') => ({
  ...{ key: null, linkId, kind, score: value, count },
});

describe('the results of a survey', () => {
  it('FU-10 gives each question its number, mean and distribution', () => {
    expect(questionResults([score('b', 5, 1), score('a', 5, 2), score('a', 2, 1)])).toEqual([
      {
        ...{ linkId: 'a', kind: 'question', n: 3, mean: 4, nps: null },
        distribution: [
          { score: 2, count: 1 },
          { score: 5, count: 2 },
        ],
      },
      { ...{ linkId: 'b', kind: 'question', n: 1, mean: 5, nps: null }, distribution: [{ score: 5, count: 1 }] },
    ]);
    expect(questionResults([])).toEqual([]);
  });

  it.each([
    [9, { promoters: 1, passives: 0, detractors: 0, value: 100 }],
    [8, { promoters: 0, passives: 1, detractors: 0, value: 0 }],
    [7, { promoters: 0, passives: 1, detractors: 0, value: 0 }],
    [6, { promoters: 0, passives: 0, detractors: 1, value: -100 }],
    [0, { promoters: 0, passives: 0, detractors: 1, value: -100 }],
  ])('FU-10 a recommendation of %d counts so', (value, expected) => {
    expect(netPromoter([{ score: value, count: 1 }])).toEqual(expected);
  });

  it('FU-10 NPS is promoters less detractors of all, passives included', () => {
    const [nps] = questionResults([score('q', 10, 5, 'nps'), score('q', 8, 2, 'nps'), score('q', 3, 1, 'nps')]);
    expect(nps?.nps).toEqual({ promoters: 5, passives: 2, detractors: 1, value: 50 });
  });
});
