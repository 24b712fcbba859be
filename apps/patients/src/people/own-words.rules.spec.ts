import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyStatement, foldIn, NOBODY_YET, type Demographics } from './demographics.rules.js';
import { leaving, ownWords, wordsOfAll, type Speaker } from './own-words.rules.js';

const said = (name: string, minute: number, before: Demographics = NOBODY_YET) =>
  applyStatement(before, { name: { name } }, new Date(minute)).next;
const aRecord = (id: string, words: Demographics, over: Partial<Speaker> = {}): Speaker => ({
  id,
  mergedInto: null,
  own: null,
  ...words,
  ...over,
});

describe('what was said under an id alone', () => {
  it('PT-3 is the row itself until something is merged into it', () => {
    expect(ownWords(aRecord('a', said('王伟', 1)))).toMatchObject({ name: '王伟' });
    expect(ownWords(aRecord('a', said('王伟', 1), { own: said('王卫', 0) }))).toMatchObject({ name: '王卫' });
  });

  it('PT-3 comes back from the database with its dates', () => {
    const own = JSON.parse(JSON.stringify({ ...NOBODY_YET, deceased: true, deceasedAt: new Date(5) }));
    expect(ownWords(aRecord('a', NOBODY_YET, { own })).deceasedAt).toEqual(new Date(5));
  });

  it('PT-3 leaves with the record and with all that was merged into it, and with nobody else', () => {
    const family = [
      aRecord('root', NOBODY_YET),
      aRecord('gone', NOBODY_YET, { mergedInto: 'root' }),
      aRecord('deeper', NOBODY_YET, { mergedInto: 'below' }),
      aRecord('below', NOBODY_YET, { mergedInto: 'gone' }),
      aRecord('other', NOBODY_YET, { mergedInto: 'root' }),
    ];
    expect(leaving(family, 'gone').map(({ id }) => id)).toEqual(['gone', 'deeper', 'below']);
  });

  it('PT-3 folds to what the merged record says, in whatever order it was told and merged', () => {
    const word = fc.record({ under: fc.constantFrom('a', 'b', 'c'), name: fc.constantFrom('王', '李', '张') });
    fc.assert(
      fc.property(
        fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7]),
        fc.array(word, { minLength: 7, maxLength: 7 }),
        (minutes, words) => {
          const own: Record<string, Demographics> = { a: NOBODY_YET, b: NOBODY_YET, c: NOBODY_YET };
          let shown = NOBODY_YET;
          minutes.forEach((minute, index) => {
            const { under, name } = words[index] as { under: string; name: string };
            own[under] = said(name, minute, own[under]);
            shown = said(name, minute, shown);
          });
          const speakers = Object.entries(own).map(([id, words]) => aRecord(id, words));
          expect(wordsOfAll(speakers[0] as Speaker, speakers)).toEqual(shown);
          expect(foldIn(shown, own['b'] as Demographics).changed).toEqual([]);
        },
      ),
    );
  });
});
