import { describe, expect, it } from '@jest/globals';
import { orderControlOf } from './order-control.rules.js';

describe('an order control', () => {
  it.each([
    ['NW', undefined, 'holds'],
    ['XO', 'IP', 'holds'],
    ['RF', undefined, 'holds'],
    ['RL', undefined, 'holds'],
    ['NW', 'CM', 'holds'],
    ['CA', undefined, 'cancelled'],
    ['UA', undefined, 'cancelled'],
    ['DC', undefined, 'discontinued'],
    ['RU', undefined, 'discontinued'],
    ['HD', undefined, 'on-hold'],
    ['SC', 'DC', 'discontinued'],
    ['SC', 'CA', 'cancelled'],
    ['CA', 'IP', 'cancelled'],
    ['UD', undefined, 'no-change'],
    ['QQ', undefined, undefined],
    ['constructor', 'constructor', undefined],
  ])('IN-1 %s with status %s means %s', (code, status, meaning) => {
    expect(orderControlOf(code, status)).toBe(meaning);
  });
});
