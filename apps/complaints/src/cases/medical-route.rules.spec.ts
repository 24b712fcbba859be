import { describe, expect, it } from '@jest/globals';
import { routesOf } from './medical-route.rules.js';

const matter = (medical: boolean | null, dispute = false, kind: 'complaint' | 'suggestion' = 'complaint') => ({
  ...{ kind, medical, dispute },
});

describe('a complaint', () => {
  it.each([
    ['opened as medical', matter(true), null, true, false],
    ['opened as a dispute', matter(true, true), null, true, true],
    ['opened as not medical', matter(false), null, false, false],
    ['of which nobody knows yet', matter(null), null, false, false],
    ['found to be medical', matter(true), matter(false), true, false],
    ['that was medical before', matter(true), matter(true), false, false],
    ['marked as a dispute later', matter(true, true), matter(true), false, true],
    ['that was a dispute before', matter(true, true), matter(true, true), false, false],
    ['made of a suggestion', matter(true), matter(true, false, 'suggestion'), true, false],
    ['that is none', matter(true, false, 'suggestion'), null, false, false],
  ])('CP-3 %s', (_, now, before, toMedicalAffairs, toLegal) => {
    expect(routesOf(now, before)).toEqual({ toMedicalAffairs, toLegal });
  });
});
