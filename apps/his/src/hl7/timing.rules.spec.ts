import { describe, expect, it } from '@jest/globals';
import { daysOf, daysOfTiming } from './timing.rules.js';

describe('how long a drug is taken', () => {
  it.each([
    ['30', '天', 30],
    ['30', undefined, 30],
    ['2', 'w', 14],
    ['12', 'H', 0.5],
    ['1', '月', 30],
    ['3660', 'D', 3660],
    ['3661', 'D', undefined],
    ['0', 'D', undefined],
    ['-1', 'D', undefined],
    ['30', '片', undefined],
    ['30', 'constructor', undefined],
  ])('MS-4 %s %s is %s days', (quantity, unit, days) => {
    expect(daysOf(quantity, unit)).toBe(days);
  });

  it.each([
    ['D14', 14],
    ['W2', 14],
    ['L1', 30],
    ['H36', 1.5],
    ['INDEF', undefined],
    ['X3', undefined],
    ['D', undefined],
  ])('HL7 v2 TQ-3 %s is %s days', (text, days) => {
    expect(daysOfTiming(text)).toBe(days);
  });
});
