import { describe, expect, it } from '@jest/globals';
import { isSameHolder, namesAgree } from './identity.rules.js';

const NUMBER = '11010519491231002X';
const mother = { nameText: '王芳', birthDate: '1949-12-31' };

describe('two who give one national ID', () => {
  it('PT-3 are one person', () => {
    expect(isSameHolder(NUMBER, mother, { nameText: '王芳', birthDate: '1949-12-31' })).toBe(true);
  });

  it('PT-3 are one person after a change of name', () => {
    expect(isSameHolder(NUMBER, mother, { nameText: '王方', birthDate: '1949-12-31' })).toBe(true);
  });

  it('PT-3 are one person although one birth date is mistyped', () => {
    expect(isSameHolder(NUMBER, mother, { nameText: '王芳', birthDate: '1948-12-31' })).toBe(true);
  });

  it('PT-3 are two when a newborn is registered under a parent’s number', () => {
    expect(isSameHolder(NUMBER, mother, { nameText: '王芳之婴', birthDate: '2026-03-01' })).toBe(false);
    expect(isSameHolder(NUMBER, { nameText: '王芳之婴', birthDate: '2026-03-01' }, mother)).toBe(false);
  });

  it('PT-3 an unknown name contradicts nobody', () => {
    expect(namesAgree(mother, { nameText: '', birthDate: null })).toBe(true);
    expect(namesAgree(mother, { nameText: '王方', birthDate: null })).toBe(false);
  });
});
