import { describe, expect, it } from '@jest/globals';
import { DEFAULT_TAGS } from './default-tags.js';
import { readTagRule, type RuledNeighbour } from './tag-rule-faults.rules.js';

const SIXTIES: RuledNeighbour = { code: 'age.60-69', rule: { kind: 'age', from: 60, to: 69 } };
const AGED: RuledNeighbour = { code: 'age.90-plus', rule: { kind: 'age', from: 90, to: null } };
const faultOf = (rule: unknown, neighbours: RuledNeighbour[] = []) => {
  const read = readTagRule(rule, neighbours);
  return 'faults' in read ? read.faults.map(({ field, code }) => `${field} ${code}`).join() : null;
};

describe('the rule of a tag', () => {
  it.each([
    [null, 'rule tag-rule-kind'],
    [[], 'rule tag-rule-kind'],
    [{}, 'rule.kind tag-rule-kind'],
    [{ kind: 'sql', from: 1 }, 'rule.kind tag-rule-kind'],
    [{ kind: 'age' }, 'rule.from tag-rule-number'],
    [{ kind: 'age', from: -1 }, 'rule.from tag-rule-number'],
    [{ kind: 'age', from: 1.5 }, 'rule.from tag-rule-number'],
    [{ kind: 'age', from: 60, to: 151 }, 'rule.to tag-rule-number'],
    [{ kind: 'age', from: 60, to: 59 }, 'rule.to tag-rule-backwards'],
    [{ kind: 'age', from: 60, to: 69, years: 1 }, 'rule.years tag-rule-unknown'],
    [{ kind: 'visits', from: '1' }, 'rule.from tag-rule-number'],
    [{ kind: 'diagnosis', prefixes: [] }, 'rule.prefixes tag-rule-list'],
    [{ kind: 'diagnosis', prefixes: 'I10' }, 'rule.prefixes tag-rule-list'],
    [{ kind: 'diagnosis', prefixes: ['I10', 'hypertension'] }, 'rule.prefixes.1 tag-rule-prefix'],
    [{ kind: 'diagnosis', prefixes: ['10'] }, 'rule.prefixes.0 tag-rule-prefix'],
    [{ kind: 'diagnosis', prefixes: ['I10.12345'] }, 'rule.prefixes.0 tag-rule-prefix'],
    [{ kind: 'diagnosis', prefixes: ['I10%'] }, 'rule.prefixes.0 tag-rule-prefix'],
    [{ kind: 'diagnosis', prefixes: ['I10', 'i10'] }, 'rule.prefixes.1 tag-rule-twice'],
    [{ kind: 'district', names: ['南山'] }, 'rule.names.0 tag-rule-district'],
    [{ kind: 'nearness', is: 'moon' }, 'rule.is tag-rule-nearness'],
    [{ kind: 'stage', is: 'churned' }, 'rule.kind tag-rule-of-platform'],
  ])('PT-4 %j is refused at its field: %s', (rule, fault) => {
    expect(faultOf(rule)).toBe(fault);
  });

  it.each([
    [{ kind: 'age', from: 50, to: 60 }, SIXTIES],
    [{ kind: 'age', from: 69, to: null }, SIXTIES],
    [{ kind: 'age', from: 0, to: null }, SIXTIES],
    [{ kind: 'age', from: 120, to: 130 }, AGED],
  ])('PT-4 %j overlaps with a neighbour', (rule, neighbour) => {
    expect(faultOf(rule, [neighbour])).toBe('rule.from tag-rule-overlaps');
  });

  it('PT-4 may touch a neighbour, and bands of something else are no neighbours', () => {
    expect(faultOf({ kind: 'age', from: 70, to: 89 }, [SIXTIES, AGED])).toBeNull();
    expect(faultOf({ kind: 'visits', from: 60, to: 69 }, [SIXTIES])).toBeNull();
  });

  it('PT-4 is kept with codes in capitals', () => {
    expect(readTagRule({ kind: 'diagnosis', prefixes: ['e11.9'] }, [])).toEqual({
      rule: { kind: 'diagnosis', prefixes: ['E11.9'] },
    });
  });

  it('PT-4 of every tag of the default catalogue, but the stages, is one that could be written by hand', () => {
    const ruled = DEFAULT_TAGS.flatMap(({ code, dimension, rule }) =>
      rule && rule.kind !== 'stage' ? [{ code, dimension, rule }] : [],
    );
    for (const { code, dimension, rule } of ruled) {
      const neighbours = ruled.filter((each) => each.dimension === dimension && each.code !== code);
      expect({ code, read: readTagRule(rule, neighbours) }).toEqual({ code, read: { rule } });
    }
  });
});
