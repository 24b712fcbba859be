import { describe, expect, it } from '@jest/globals';
import { changesOf, standingOf, type Topic, type Word } from './standing.rules.js';

let count = 0;
const said = (topic: Topic, holds: boolean, decided = 0, recorded = decided): Word => ({
  id: String((count += 1)).padStart(8, '0'),
  topic,
  holds,
  decidedAt: new Date(decided),
  recordedAt: new Date(recorded),
});

describe('what a person allows', () => {
  it('PT-9 is care and follow-up where nothing was said, and nothing else', () => {
    expect(standingOf([])).toEqual({ allowedPurposes: ['care', 'follow-up'], states: [] });
  });

  it('PT-9 follows the word decided last, however late the others were recorded', () => {
    const words = [said('marketing', false, 20, 21), said('marketing', true, 10, 30)];
    expect(standingOf(words).allowedPurposes).toEqual(['care', 'follow-up']);
    expect(standingOf(words.toReversed()).allowedPurposes).toEqual(['care', 'follow-up']);
  });

  it('PT-9 follows the word recorded last of two decided at the same moment', () => {
    expect(standingOf([said('research', true, 10, 11), said('research', false, 10, 12)]).allowedPurposes).not.toContain(
      'research',
    );
  });

  it('PT-9 withdraws what is allowed unasked', () => {
    expect(standingOf([said('follow-up', false)]).allowedPurposes).toEqual(['care']);
  });

  it('PT-11 knows the states that hold', () => {
    expect(
      standingOf([said('cured', true, 1), said('do-not-contact', true, 2), said('cured', false, 3)]).states,
    ).toEqual(['do-not-contact']);
  });
});

describe('what others are told', () => {
  const nobody = standingOf([]);
  const silent = standingOf([said('do-not-contact', true)]);

  it('PT-11 is what changed', () => {
    expect(changesOf(silent, nobody)).toEqual([{ topic: 'do-not-contact', holds: true }]);
    expect(changesOf(nobody, nobody)).toEqual([]);
  });

  it('PT-3 is also what changed for a record that was merged in', () => {
    expect(changesOf(nobody, nobody, silent)).toEqual([{ topic: 'do-not-contact', holds: false }]);
    expect(changesOf(silent, nobody, silent)).toEqual([{ topic: 'do-not-contact', holds: true }]);
  });
});
