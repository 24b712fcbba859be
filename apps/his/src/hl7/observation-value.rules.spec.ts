import { describe, expect, it } from '@jest/globals';
import { isOutside, readNumeric, readStructured } from './observation-value.rules.js';

describe('the value of an observation', () => {
  it.each([
    ['7.5', { value: '7.5', number: 7.5 }],
    ['-0.30', { value: '-0.30', number: -0.3 }],
    ['.5', { value: '.5', number: 0.5 }],
    ['<0.5', { value: '<0.5' }],
    ['阴性', { value: '阴性' }],
    ['1e9', { value: '1e9' }],
    ['0x10', { value: '0x10' }],
    ['', { value: '' }],
  ])('HL7 v2 NM "%s" keeps what is written, and is a number only where it is one', (text, expected) => {
    expect(readNumeric(text)).toEqual(expected);
  });

  it.each([
    [['>', '90'], { value: '>90' }],
    [['', '100', '-', '200'], { value: '100-200' }],
    [['', '1', ':', '128'], { value: '1:128' }],
    [['=', '5.6'], { value: '5.6', number: 5.6 }],
    [[undefined, '5'], { value: '5', number: 5 }],
    [[], { value: '' }],
  ])('HL7 v2 SN %j reads as people write it', (parts, expected) => {
    expect(readStructured(parts)).toEqual(expected);
  });

  it.each([
    [3.5, '3.5-9.5', false],
    [3.49, '3.5-9.5', true],
    [9.5, '3.5~9.5', false],
    [9.51, '3.5--9.5', true],
    [-3, '-3-3', false],
    [5.2, '<5.2', true],
    [5.2, '≤5.2', false],
    [5.3, '<=5.2', true],
    [60, '>60', true],
    [60, '≥60', false],
    [131, '(115—150)', false],
    [5, '阴性', undefined],
    [5, '9-3', undefined],
    [5, '', undefined],
  ])('IN-1 %d against "%s" is outside: %s', (number, range, outside) => {
    expect(isOutside(number, range)).toBe(outside);
  });
});
