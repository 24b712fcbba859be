import type { LifecycleStage } from '#contracts';
import { Temporal } from 'temporal-polyfill';
import { latestDay } from '../people/latest-day.rules.js';

export const TAG_DIMENSIONS = ['disease', 'age', 'spending', 'distance', 'price-sensitivity', 'emotion'] as const;
export type TagDimension = (typeof TAG_DIMENSIONS)[number];

/** How near somebody lives: the smallest part of the hospital's own region that the address names. */
export const NEARNESSES = ['district', 'city', 'province', 'elsewhere'] as const;
export type Nearness = (typeof NEARNESSES)[number];

/**
 * When a tag is given by itself; both ends of a range belong to it, null is open. `stage`, where somebody stands with
 * the hospital, comes with the platform (PT-5): nobody writes or changes it.
 */
export type TagRule =
  | { kind: 'age'; from: number; to: number | null }
  | { kind: 'diagnosis'; prefixes: string[] }
  | { kind: 'visits'; from: number; to: number | null }
  | { kind: 'district'; names: string[] }
  | { kind: 'stage'; is: LifecycleStage }
  | { kind: 'nearness'; is: Nearness };

/** What somebody said of a tag by hand; `by-rule` takes the word back. */
export const TAG_WORDS = ['applies', 'does-not-apply', 'by-rule'] as const;
export type TagSaying = (typeof TAG_WORDS)[number];

export interface TagFacts {
  birthDate: string | null;
  deceased: boolean;
  address: string | null;
  /** ICD-10, capitals, of every visit of the person that was not cancelled. */
  diagnosisCodes: string[];
  /** Visits and stays that began. */
  visits: number;
  /** As it was settled last (PT-5); null of the dead. */
  stage: LifecycleStage | null;
}

export interface RuledTag {
  code: string;
  rule: TagRule | null;
  retired: boolean;
}

export interface TagPlace {
  /** The hospital's own region, from the province to the district; empty: nobody is near or far. */
  region: string[];
  /** In the hospital's zone. */
  today: Temporal.PlainDate;
}

/**
 * PT-4: which tags a person has. What somebody said last by hand counts; else the rule. A retired tag is given to
 * nobody any more and stays where it is as long as word or rule holds.
 * @param words the last word by hand on each tag
 * @param had the tags the person has so far
 */
export function tagsOf(
  facts: TagFacts,
  catalogue: RuledTag[],
  words: ReadonlyMap<string, TagSaying>,
  had: ReadonlySet<string>,
  place: TagPlace,
): string[] {
  const read = reading(facts, place);
  const held = catalogue.filter(({ code, rule, retired }) => {
    const word = words.get(code) ?? 'by-rule';
    if (word !== 'by-rule') return word === 'applies';
    return rule !== null && (!retired || had.has(code)) && holds(rule, read);
  });
  return held.map(({ code }) => code).toSorted();
}

/** What rules ask of a person, worked out once for all of them. */
interface Reading {
  age: number | null;
  nearness: Nearness | null;
  district: string | null;
  diagnosisCodes: string[];
  visits: number;
  stage: LifecycleStage | null;
}

function reading({ birthDate, deceased, address, diagnosisCodes, visits, stage }: TagFacts, place: TagPlace): Reading {
  const age = deceased ? null : ageOn(birthDate, place.today);
  const where = { nearness: nearnessOf(address, place.region), district: districtOf(address) };
  return { age, ...where, diagnosisCodes, visits, stage };
}

function holds(rule: TagRule, { age, nearness, district, diagnosisCodes, visits, stage }: Reading): boolean {
  switch (rule.kind) {
    case 'age':
      return age !== null && isWithin(age, rule);
    case 'diagnosis':
      return diagnosisCodes.some((code) => rule.prefixes.some((prefix) => code.startsWith(prefix)));
    case 'visits':
      return isWithin(visits, rule);
    case 'district':
      return rule.names.includes(district ?? '');
    case 'stage':
      return stage === rule.is;
    case 'nearness':
      return nearness === rule.is;
  }
}

function isWithin(value: number, { from, to }: { from: number; to: number | null }): boolean {
  return value >= from && (to === null || value <= to);
}

/** In full years; of a birth date known by year or month only the latest day counts, as for consents (ADR 50). */
export function ageOn(birthDate: string | null, today: Temporal.PlainDate): number | null {
  const born = birthDate === null ? null : latestDay(birthDate);
  if (born === null || Temporal.PlainDate.compare(born, today) > 0) return null;
  const years = today.year - born.year;
  return Temporal.PlainDate.compare(born.add({ years }), today) > 0 ? years - 1 : years;
}

/** The day from which the person is a year older; null without a birth date. 29 February is kept on 28 February. */
export function nextBirthday(birthDate: string | null, today: Temporal.PlainDate): Temporal.PlainDate | null {
  if (birthDate === null) return null;
  const born = latestDay(birthDate);
  const years = Math.max(0, today.year - born.year);
  const [thisYear, nextYear] = [born.add({ years }), born.add({ years: years + 1 })];
  return Temporal.PlainDate.compare(thisYear, today) > 0 ? thisYear : nextYear;
}

const PROVINCE = /^(?:中国)?((?:北京|天津|上海|重庆)市?|[^省市区县]{2,8}?(?:省|自治区|特别行政区))/u;

/** Null when the address does not tell. */
export function nearnessOf(address: string | null, region: string[]): Nearness | null {
  if (address === null || region.length === 0) return null;
  const [province = '', city = '', district = ''] = region;
  const stated = PROVINCE.exec(address)?.[1];
  if (stated !== undefined && !province.startsWith(stated)) return 'elsewhere';
  const names = (part: string) => part !== '' && address.includes(part);
  if (names(district)) return 'district';
  if (names(city)) return 'city';
  return stated !== undefined || names(province) ? 'province' : null;
}

/** The district or county an address names: 浦东新区. Null when it names none. */
export function districtOf(address: string | null): string | null {
  if (address === null) return null;
  const below = address.replace(/^.*?(?:自治区|省)/u, '').replace(/^[^区县]*?市/u, '');
  return /^[^区县旗市\s\d]{1,10}[区县旗市]/u.exec(below)?.[0] ?? null;
}
