import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { DEFAULT_TAGS } from './default-tags.js';
import {
  ageOn,
  districtOf,
  nearnessOf,
  nextBirthday,
  TAG_DIMENSIONS,
  tagsOf,
  type TagFacts,
  type TagSaying,
} from './tag.rules.js';

const today = Temporal.PlainDate.from('2026-03-02');
const catalogue = DEFAULT_TAGS.map(({ code, rule }) => ({ code, rule, retired: false }));
const facts = (over: Partial<TagFacts> = {}): TagFacts => ({
  birthDate: null,
  deceased: false,
  address: null,
  diagnosisCodes: [],
  visits: 1,
  stage: 'first-visit',
  ...over,
});
const region = ['广东省', '深圳市', '南山区'];
const tags = (over: Partial<TagFacts>, words: Record<string, TagSaying> = {}, had: string[] = [], of = catalogue) =>
  tagsOf(facts(over), of, new Map(Object.entries(words)), new Set(had), { region, today });

describe('the default catalogue', () => {
  it('PT-4 has 120 tags of six dimensions, each code once', () => {
    expect(new Set(DEFAULT_TAGS.map(({ code }) => code)).size).toBe(120);
    expect([...new Set(DEFAULT_TAGS.map(({ dimension }) => dimension))]).toEqual([...TAG_DIMENSIONS]);
  });

  it('PT-4 has one tag for every age and number of visits', () => {
    for (let age = 0; age < 120; age += 1) {
      const birthDate = today.subtract({ years: age }).toString();
      expect(tags({ birthDate }).filter((code) => code.startsWith('age.'))).toHaveLength(1);
    }
    for (let visits = 0; visits < 20; visits += 1) expect(tags({ visits })).toHaveLength(1);
  });
});

describe('tags by rule', () => {
  it.each([
    ['1966-03-02', 'age.60-69'],
    ['1966-03-03', 'age.55-59'],
    ['1966-03', 'age.55-59'],
    ['1966', 'age.55-59'],
  ])('PT-4 of someone born %s are %s on 2 March 2026', (birthDate, code) => {
    expect(tags({ birthDate })).toContain(code);
  });

  it('PT-4 are given for a diagnosis by its prefix, and only so', () => {
    expect(tags({ diagnosisCodes: ['I10.X00'] })).toContain('disease.hypertension');
    expect(tags({ diagnosisCodes: ['XI10', 'I1'] })).toEqual(['spending.first-visit']);
  });

  it('PT-11 have no age for the dead', () => {
    expect(tags({ birthDate: '1950-01-01', deceased: true })).toEqual(['spending.first-visit']);
  });

  it('PT-4 give way to a word by hand, until it is taken back', () => {
    const hypertension = { diagnosisCodes: ['I10'] };
    expect(tags(hypertension, { 'disease.hypertension': 'does-not-apply' })).not.toContain('disease.hypertension');
    expect(tags(hypertension, { 'disease.hypertension': 'by-rule' })).toContain('disease.hypertension');
    expect(tags({}, { 'disease.hypertension': 'applies' })).toContain('disease.hypertension');
  });

  it('PT-4 are kept and no longer given once retired', () => {
    const retired = catalogue.map((tag) => ({ ...tag, retired: true }));
    expect(tags({}, {}, [], retired)).toEqual([]);
    expect(tags({}, {}, ['spending.first-visit'], retired)).toEqual(['spending.first-visit']);
    expect(tags({ visits: 2 }, {}, ['spending.first-visit'], retired)).toEqual([]);
  });
});

describe('a birthday', () => {
  it('PT-4 on 29 February is kept on the 28th in common years', () => {
    const day = (text: string) => Temporal.PlainDate.from(text);
    expect(nextBirthday('2008-02-29', day('2026-02-27'))?.toString()).toBe('2026-02-28');
    expect(nextBirthday('2008-02-29', day('2026-02-28'))?.toString()).toBe('2027-02-28');
    expect([ageOn('2008-02-29', day('2026-02-27')), ageOn('2008-02-29', day('2026-02-28'))]).toEqual([17, 18]);
  });

  it('PT-4 is always to come, and the day on which the age changes', () => {
    for (const birthDate of ['1966-03-02', '1966-03-03', '1966', '2026-12-31', '2030-01-01']) {
      const next = nextBirthday(birthDate, today) as Temporal.PlainDate;
      expect(Temporal.PlainDate.compare(next, today)).toBe(1);
      expect((ageOn(birthDate, next) as number) - (ageOn(birthDate, next.subtract({ days: 1 })) ?? -1)).toBe(1);
    }
  });
});

describe('a birth date with a month of 00, as it was taken once', () => {
  it('PT-4 is one that is known by its year', () => {
    for (const birthDate of ['1990-00', '1990-00-00']) {
      expect(nextBirthday(birthDate, today)?.toString()).toBe('2026-12-31');
      expect(ageOn(birthDate, today)).toBe(ageOn('1990', today));
    }
  });
});

describe('where somebody lives', () => {
  it.each([
    ['广东省深圳市南山区科苑路1号', 'district'],
    ['深圳市福田区', 'city'],
    ['广东省广州市天河区', 'province'],
    ['上海市浦东新区世纪大道1号', 'elsewhere'],
    ['黑龙江省鹤岗市南山区', 'elsewhere'],
    ['科苑路1号', null],
  ])('PT-4 %s is near: %s', (address, nearness) => {
    expect(nearnessOf(address, region)).toBe(nearness);
    expect(nearnessOf(address, [])).toBeNull();
  });

  it.each([
    ['广东省深圳市南山区科苑路1号', '南山区'],
    ['上海市浦东新区世纪大道1号', '浦东新区'],
    ['内蒙古自治区呼和浩特市新城区', '新城区'],
    ['江苏省昆山市', null],
    ['科苑路1号', null],
  ])('PT-4 %s is in %s', (address, district) => {
    expect(districtOf(address)).toBe(district);
  });
});
