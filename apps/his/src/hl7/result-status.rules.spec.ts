import { describe, expect, it } from '@jest/globals';
import { statusOfAll, statusOfReport, statusOfValue } from './result-status.rules.js';

describe('the status of a result', () => {
  it.each([
    ['F', 'final'],
    ['P', 'preliminary'],
    ['C', 'corrected'],
    ['X', 'withdrawn'],
    ['D', 'withdrawn'],
    ['W', 'withdrawn'],
    ['I', 'pending'],
    ['Q', undefined],
    ['constructor', undefined],
  ])('HL7 v2 OBX-11 %s is %s', (code, status) => {
    expect(statusOfValue(code)).toBe(status);
  });

  it.each([
    ['F', 'final'],
    ['C', 'corrected'],
    ['A', 'preliminary'],
    ['X', 'withdrawn'],
    ['S', 'pending'],
    ['W', undefined],
  ])('HL7 v2 OBR-25 %s is %s', (code, status) => {
    expect(statusOfReport(code)).toBe(status);
  });

  it.each([
    [[], 'pending'],
    [['pending'], 'pending'],
    [['final', 'final'], 'final'],
    [['final', 'pending'], 'final'],
    [['final', 'preliminary'], 'preliminary'],
    [['final', 'corrected'], 'corrected'],
    [['final', 'withdrawn'], 'corrected'],
    [['withdrawn', 'withdrawn'], 'withdrawn'],
    [['withdrawn', 'pending'], 'withdrawn'],
  ] as const)('IN-1 of values %j it is %s', (values, status) => {
    expect(statusOfAll(values)).toBe(status);
  });
});
