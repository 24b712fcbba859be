import { describe, expect, it } from '@jest/globals';
import { factsOf, reviseFacts, type FactWord } from './facts.rules.js';
import { versionOf } from './facts-version.js';

let count = 0;
const said = (topic: FactWord['topic'], value: FactWord['value'], ended = false): FactWord => {
  count += 1;
  const recordedAt = new Date(Date.UTC(2026, 2, 1, 0, count));
  return { id: `w${String(count).padStart(4, '0')}`, topic, value, recordedAt, endedAt: ended ? recordedAt : null };
};
const penicillin = { substance: '青霉素', reaction: '皮疹' };
const aspirin = { substance: '阿司匹林' };

describe('what is said of a person', () => {
  it('PT-1 is nothing at first', () => {
    const nothing = { bloodType: null, source: null, club: null, allergies: [], conditions: [], emergencyContacts: [] };
    expect(factsOf([])).toEqual(nothing);
  });

  it('PT-1 is the word recorded last, in whatever order they are read, and null when it was taken back', () => {
    const words = [said('bloodType', 'A'), said('bloodType', 'A+')];
    expect(factsOf(words).bloodType).toBe('A+');
    expect(factsOf(words.toReversed()).bloodType).toBe('A+');
    expect(factsOf([...words, said('bloodType', null)]).bloodType).toBeNull();
  });

  it('PT-3 of two records that became one are the allergies of both, each once', () => {
    const both = [said('allergies', penicillin), said('allergies', aspirin), said('allergies', { ...penicillin })];
    expect(factsOf(both).allergies).toEqual([penicillin, aspirin]);
    expect(factsOf([...both, said('allergies', { substance: '乳胶' }, true)]).allergies).toHaveLength(2);
  });

  it('PT-1 changes by what was stated alone: ends what is missing, wherever it was said, adds what is new', () => {
    const words = [said('allergies', penicillin), said('allergies', penicillin), said('allergies', aspirin)];
    const revision = reviseFacts(words, { allergies: [aspirin, { substance: '乳胶' }], bloodType: 'O' });
    expect(revision.ended).toEqual([words[0]?.id, words[1]?.id]);
    expect(revision.added).toEqual([
      { topic: 'bloodType', value: 'O' },
      { topic: 'allergies', value: { substance: '乳胶' } },
    ]);
  });

  it('PT-1 said again is no change, with its members in any order', () => {
    const words = [said('allergies', { reaction: '皮疹', substance: '青霉素' }), said('bloodType', 'A')];
    const again = reviseFacts(words, { allergies: [penicillin, penicillin], bloodType: 'A', club: null });
    expect(again).toEqual({ ended: [], added: [] });
  });

  it('PT-1 has another version whenever a word is added, ended, or comes by a merge, and its own again after', () => {
    const [one, two] = [said('bloodType', 'A'), said('allergies', aspirin)];
    const alone = versionOf([one]);
    expect(versionOf([one, two])).not.toBe(alone);
    expect(versionOf([two, one])).toBe(versionOf([one, two]));
    expect(versionOf([one, { ...two, endedAt: new Date(0) }])).not.toBe(versionOf([one, two]));
    expect(versionOf([one])).toBe(alone);
    expect(alone).toBeLessThan(999_999_999);
  });
});
