import { newId } from '#platform';
import { describe, expect, it } from '@jest/globals';
import { isDrawn, reasonAgainst } from './draw.js';

const id = (n: number) => `0198f6a2-5c1e-7c3a-9a51-${n.toString(16).padStart(12, '0')}`;
const RULE = id(1);
const visits = Array.from({ length: 4_000 }, (_, nth) => id(nth));
const drawnAt = (share: number, rule = RULE) => visits.filter((visit) => isDrawn(rule, visit, share));

describe('a draw of visits', () => {
  it('FU-10 draws nobody at 0 percent and everybody at 100', () => {
    expect(drawnAt(0)).toEqual([]);
    expect(drawnAt(100)).toEqual(visits);
    expect(isDrawn(newId(), newId(), 100)).toBe(true);
  });

  it('FU-10 draws about its share', () => {
    expect(drawnAt(20).length).toBeGreaterThan(700);
    expect(drawnAt(20).length).toBeLessThan(900);
  });

  it('FU-10 says the same again, and keeps whom it drew when the share grows', () => {
    const few = drawnAt(10);
    expect(drawnAt(10)).toEqual(few);
    expect(drawnAt(30)).toEqual(expect.arrayContaining(few));
  });

  it('FU-10 draws others by another rule', () => {
    const both = new Set([...drawnAt(20), ...drawnAt(20, id(2))]);
    expect(both.size).toBeGreaterThan(1_300);
  });

  it('FU-10 leaves out who may not be contacted before who was asked recently', () => {
    const known = { deceased: false, barredBy: null, longPast: false, askedRecently: false, published: true };
    expect(reasonAgainst(known)).toBeUndefined();
    expect(reasonAgainst({ ...known, published: false })).toBe('not-published');
    expect(reasonAgainst({ ...known, longPast: true, askedRecently: true })).toBe('long-past');
    expect(reasonAgainst({ ...known, longPast: true, barredBy: 'do-not-contact' })).toBe('do-not-contact');
    expect(reasonAgainst({ ...known, askedRecently: true, barredBy: 'do-not-contact' })).toBe('do-not-contact');
    expect(reasonAgainst({ ...known, deceased: true, barredBy: 'consent-withdrawn' })).toBe('deceased');
  });
});
