import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isCalendarDate, readNationalId, sortIdentity } from './national-id.rules.js';

describe('a national ID', () => {
  it('PT-3 passes the check of GB 11643 with a final X', () => {
    expect(readNationalId('11010519491231002X')).toEqual({
      number: '11010519491231002X',
      sex: 'female',
      birthDate: '1949-12-31',
    });
  });

  it('PT-3 passes the check of GB 11643 with a final digit', () => {
    expect(readNationalId('440524188001010014')).toMatchObject({ sex: 'male', birthDate: '1880-01-01' });
  });

  it('PT-3 fails with a wrong check character', () => {
    expect(readNationalId('110108197701011510')).toBeUndefined();
  });

  it('PT-3 is the same number in small letters, full width and with spaces', () => {
    expect(readNationalId(' 110105 19491231 002x ')?.number).toBe('11010519491231002X');
    expect(readNationalId('１１０１０５１９４９１２３１００２Ｘ')?.number).toBe('11010519491231002X');
  });

  it('PT-3 fails when any one digit is mistyped', () => {
    const mistyped = fc.tuple(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(mistyped, ([position, digit]) => {
        const number = '440524188001010014';
        const other = `${number.slice(0, position)}${digit}${number.slice(position + 1)}`;
        return (readNationalId(other) !== undefined) === (other === number);
      }),
    );
  });

  it.each(['', '11010519491231002', '11010519491231002XX', 'X1010519491231002X', '01010519491231002X'])(
    'PT-3 is not %j',
    (text) => expect(readNationalId(text)).toBeUndefined(),
  );

  it('PT-3 names a day that exists', () => {
    // 30 February with a check character that fits.
    expect(readNationalId('110105194902300029')).toBeUndefined();
    expect(isCalendarDate('2024-02-29')).toBe(true);
    expect(isCalendarDate('2023-02-29')).toBe(false);
  });
});

describe('what a hospital system sends as national ID', () => {
  it.each([
    ['110105491231002', 'old-national-id'],
    ['E12345678', 'passport'],
    ['H12345678', 'hk-macau-permit'],
    ['110108197701011510', 'unverified'],
  ])('PT-3 %s is another kind of document, not an error', (number, type) => {
    expect(sortIdentity(number)).toEqual({ type, number });
  });

  it.each(['', '  ', '-', '0', '000000000000000000', '无无', '某某', '不详'])('PT-3 %j says nothing', (text) => {
    expect(sortIdentity(text)).toBeUndefined();
  });
});
