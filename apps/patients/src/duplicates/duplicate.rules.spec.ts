import { describe, expect, it } from '@jest/globals';
import { DUPLICATE_REASONS, POINTS, resemblance, type Traits } from './duplicate.rules.js';

const NOBODY: Traits = {
  nameText: '',
  nameReading: '',
  birthDate: null,
  sex: null,
  nationalId: null,
  documentType: null,
  documentNumber: null,
  phoneKeys: [],
  address: null,
};
const YE = { nameText: '葉东珅', nameReading: 'yedongshen', birthDate: '1949-12-31' };
const WANG = { nameText: '王伟', nameReading: 'wangwei' };
const PHONE = { phoneKeys: ['+8613800138000'] };
const HOME = { address: '北京市朝阳区建国路1号' };
const likeness = (a: Partial<Traits>, b: Partial<Traits>) => resemblance({ ...NOBODY, ...a }, { ...NOBODY, ...b });
const THRESHOLD = 50;

describe('PT-3: two records are probably one person', () => {
  it.each<[string, Partial<Traits>, Partial<Traits>, number]>([
    ['with the same name and birth date', YE, YE, 70],
    ['with the same phone and nothing else', PHONE, PHONE, 50],
    ['with a variant of the name and the same birth date', YE, { ...YE, nameText: '叶东珅' }, 55],
    [
      'with the same name and phone, one birth date mistyped',
      { ...YE, ...PHONE },
      { ...YE, ...PHONE, birthDate: '1949-12-13' },
      60,
    ],
    [
      'with the same document',
      { documentType: 'passport', documentNumber: 'E1' },
      { documentType: 'other', documentNumber: 'E1' },
      60,
    ],
    [
      'with name, birth date and phone, the sex mistyped',
      { ...YE, ...PHONE, sex: 'male' },
      { ...YE, ...PHONE, sex: 'female' },
      80,
    ],
  ])('%s', (_, a, b, score) => {
    expect(likeness(a, b).score).toBe(score);
    expect(likeness(b, a)).toEqual(likeness(a, b));
    expect(score).toBeGreaterThanOrEqual(THRESHOLD);
  });

  it.each<[string, Partial<Traits>, Partial<Traits>]>([
    ['with nothing known', {}, {}],
    ['with the same name alone', WANG, WANG],
    ['with the same birth date alone', { birthDate: '1949-12-31' }, { birthDate: '1949-12-31' }],
    [
      'that share a name but for 无名氏',
      { nameText: '无名氏', birthDate: '2026-01-01' },
      { nameText: '无名氏', birthDate: '2026-01-01' },
    ],
    ['of equal name and birth date and different sex', { ...YE, sex: 'male' }, { ...YE, sex: 'female' }],
    [
      'with different national IDs, however alike',
      { ...YE, ...PHONE, ...HOME, documentNumber: 'E1', sex: 'male', nationalId: '1' },
      { ...YE, ...PHONE, ...HOME, documentNumber: 'E1', sex: 'male', nationalId: '2' },
    ],
    [
      'that are parent and child with one phone and home',
      { ...YE, ...PHONE, ...HOME, sex: 'male' },
      { ...WANG, ...PHONE, ...HOME, sex: 'male', birthDate: '1980-02-01' },
    ],
    ['that are a parent and a child without a name', { ...YE, ...PHONE }, { ...PHONE, birthDate: '1980-02-01' }],
    ['that are a couple with one phone and home', { ...YE, ...PHONE, ...HOME }, { ...WANG, ...PHONE, ...HOME }],
    [
      'that are twins, born the same day, with one phone and home',
      { ...YE, ...PHONE, ...HOME, sex: 'male' },
      { ...WANG, ...PHONE, ...HOME, sex: 'male', birthDate: '1949-12-31' },
    ],
    [
      'with different documents of one type',
      { ...YE, documentType: 'passport', documentNumber: 'E1' },
      { ...YE, documentType: 'passport', documentNumber: 'E2' },
    ],
  ])('not %s', (_, a, b) => {
    expect(likeness(a, b).score).toBeLessThan(THRESHOLD);
  });

  it.each([
    ['1949', '1949-12-31', undefined],
    ['1949', '1949', undefined],
    ['1949-11', '1949-12-31', 'different-birth-date'],
    ['1949-12-31', '1962-01-01', 'different-birth-date'],
    ['1949-12-31', '1963-01-01', 'different-generation'],
  ])('%s and %s as birth dates: %s', (a, b, reason) => {
    expect(likeness({ birthDate: a }, { birthDate: b }).reasons).toEqual(reason ? [reason] : []);
  });

  it('gives the reasons that make up the score, those for it first', () => {
    const { score, reasons } = likeness(
      { ...YE, ...PHONE, ...HOME, sex: 'male' },
      { ...YE, ...PHONE, address: '北京市 朝阳区建国路１号', sex: 'female' },
    );
    expect(reasons).toEqual(['same-phone', 'same-name', 'same-birth-date', 'same-address', 'different-sex']);
    expect(score).toBe(reasons.reduce((sum, reason) => sum + POINTS[reason], 0));
    expect(DUPLICATE_REASONS).toEqual(expect.arrayContaining(reasons));
  });
});
