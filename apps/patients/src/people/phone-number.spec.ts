import { describe, expect, it } from '@jest/globals';
import { phoneKey, readPhone, readPhones } from './phone-number.js';

describe('a phone number', () => {
  it.each([
    ['13800138000', '+8613800138000'],
    ['138 0013 8000', '+8613800138000'],
    ['+86 138-0013-8000', '+8613800138000'],
    ['008613800138000', '+8613800138000'],
    ['１３８００１３８０００', '+8613800138000'],
    ['(010)62345678', '+861062345678'],
    ['400-810-1234', '+864008101234'],
    ['+852 9123 4567', '+85291234567'],
  ])('PT-3 %s is kept in E.164 beside what was written', (raw, e164) => {
    expect(readPhone(raw)).toEqual({ raw, e164 });
  });

  it.each(['12320', '010-62345678 转 01', '010-62345678-01', '62345678', '010 62345678 ext. 01', '没有'])(
    'PT-3 %s has no normal form and keeps its text',
    (raw) => expect(readPhone(raw)).toEqual({ raw, e164: null }),
  );

  it('PT-3 is listed once, however often and in whatever form it is told', () => {
    expect(readPhones(['13800138000', '', '+86 13800138000', '12320'])).toEqual([
      { raw: '+86 13800138000', e164: '+8613800138000' },
      { raw: '12320', e164: null },
    ]);
  });

  it('PT-3 without a normal form is found by its digits', () => {
    expect(phoneKey(readPhone('010-62345678 转 01'))).toBe('0106234567801');
    expect(phoneKey(readPhone('没有'))).toBe('没有');
  });
});
