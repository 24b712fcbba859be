import type { FieldFault } from '#platform';
import { NEARNESSES, type TagRule } from './tag.rules.js';

/** Another tag of the dimension that is in use and given by a rule. */
export interface RuledNeighbour {
  code: string;
  rule: TagRule;
}

type Json = Record<string, unknown>;
type Read = { rule: TagRule } | { faults: FieldFault[] };

const MOST_ENTRIES = 50;
const MOST_YEARS = 150;
const MOST_VISITS = 10_000;
/** As long as the index knows prefixes (migration `create-segments`). */
const PREFIX = /^[A-Z](?:\d(?:[0-9A-Z](?:\.[0-9A-Z]{0,4})?)?)?$/;
const DISTRICT = /^[^\s\d\p{Cc}\p{Cs}]{1,10}[区县旗市]$/u;

/** PT-4: the rule as it is kept (codes in capitals), or what is wrong with it and where. */
export function readTagRule(given: unknown, neighbours: RuledNeighbour[]): Read {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return refused({ field: 'rule', code: 'tag-rule-kind' });
  const read = byKind(given as Json);
  if ('faults' in read) return read;
  const other = neighbours.find((each) => overlap(each.rule, read.rule));
  return other ? refused({ field: 'rule.from', code: 'tag-rule-overlaps', params: { code: other.code } }) : read;
}

function byKind(given: Json): Read {
  switch (given['kind']) {
    case 'age':
      return range('age', given, MOST_YEARS);
    case 'visits':
      return range('visits', given, MOST_VISITS);
    case 'diagnosis':
      return entries(given, 'prefixes', PREFIX, (prefixes) => ({ kind: 'diagnosis', prefixes }));
    case 'district':
      return entries(given, 'names', DISTRICT, (names) => ({ kind: 'district', names }));
    case 'nearness': {
      const is = NEARNESSES.find((each) => each === given['is']);
      if (is === undefined)
        return refused({ field: 'rule.is', code: 'tag-rule-nearness', params: { known: [...NEARNESSES] } });
      return only(given, ['kind', 'is'], { kind: 'nearness', is });
    }
    case 'stage':
      return refused({ field: 'rule.kind', code: 'tag-rule-of-platform' });
    default:
      return refused({ field: 'rule.kind', code: 'tag-rule-kind' });
  }
}

function range(kind: 'age' | 'visits', given: Json, most: number): Read {
  const { from, to = null } = given;
  if (!isWhole(from, 0, most)) return refused({ field: 'rule.from', code: 'tag-rule-number', params: { most } });
  if (to !== null && !isWhole(to, 0, most))
    return refused({ field: 'rule.to', code: 'tag-rule-number', params: { most } });
  if (to !== null && to < from) return refused({ field: 'rule.to', code: 'tag-rule-backwards' });
  return only(given, ['kind', 'from', 'to'], { kind, from, to });
}

function entries(given: Json, field: 'prefixes' | 'names', shape: RegExp, made: (entries: string[]) => TagRule): Read {
  const list = given[field];
  if (!Array.isArray(list) || list.length === 0 || list.length > MOST_ENTRIES) {
    return refused({ field: `rule.${field}`, code: 'tag-rule-list', params: { most: MOST_ENTRIES } });
  }
  const kept = (list as unknown[]).map((each) =>
    typeof each === 'string' && field === 'prefixes' ? each.toUpperCase() : each,
  );
  const wrong = kept.findIndex((each) => typeof each !== 'string' || !shape.test(each));
  if (wrong >= 0) {
    const at = `rule.${field}.${wrong}`;
    return refused({ field: at, code: field === 'prefixes' ? 'tag-rule-prefix' : 'tag-rule-district' });
  }
  const twice = kept.findIndex((each, at) => kept.indexOf(each) < at);
  if (twice >= 0) return refused({ field: `rule.${field}.${twice}`, code: 'tag-rule-twice' });
  return only(given, ['kind', field], made(kept as string[]));
}

function only(given: Json, known: string[], rule: TagRule): Read {
  const stray = Object.keys(given).find((key) => !known.includes(key));
  return stray === undefined ? { rule } : refused({ field: `rule.${stray.slice(0, 60)}`, code: 'tag-rule-unknown' });
}

function isWhole(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
}

/** Bands of a dimension give everybody one tag at most. */
function overlap(one: TagRule, other: TagRule): boolean {
  if ((one.kind !== 'age' && one.kind !== 'visits') || one.kind !== other.kind) return false;
  const end = (to: number | null) => to ?? Number.POSITIVE_INFINITY;
  return one.from <= end(other.to) && other.from <= end(one.to);
}

function refused(fault: FieldFault): { faults: FieldFault[] } {
  return { faults: [fault] };
}
