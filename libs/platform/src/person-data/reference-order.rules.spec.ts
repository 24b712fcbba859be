import { describe, expect, it } from '@jest/globals';
import { inOrderOfReference } from './reference-order.rules.js';

describe('the order in which the stores of a service are erased (PT-9)', () => {
  const person = { tables: ['person'] };
  const visits = { tables: ['encounter'] };
  const results = { tables: ['result', 'result_value'] };
  const references = [
    { from: 'encounter', to: 'person' },
    { from: 'result', to: 'encounter' },
    { from: 'result_value', to: 'result' },
  ];

  it('lets a row go before the row it refers to, however the sources are listed', () => {
    expect(inOrderOfReference([person, visits, results], references)).toEqual([results, visits, person]);
    expect(inOrderOfReference([visits, person, results], references)).toEqual([results, visits, person]);
  });

  it('names each source once, also when two refer to each other', () => {
    const circle = [...references, { from: 'person', to: 'encounter' }];
    expect(new Set(inOrderOfReference([person, visits, results], circle)).size).toBe(3);
  });
});
