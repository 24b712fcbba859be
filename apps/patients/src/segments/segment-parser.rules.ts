import type { Channel, EncounterClass } from '#contracts';
import type { FieldFault } from '#platform';
import type { ContactKind } from '../contacts/contact.entity.js';
import type { SegmentContacts, SegmentFact, SegmentFilter, SegmentOccasions, SegmentVisits } from './segment-filter.js';
import type { SegmentVocabulary } from './segment-vocabulary.js';

const MOST_DEEP = 8;
const MOST_NODES = 200;
/** Each of visits or contacts is a set of up to everybody, in memory. */
const MOST_SETS = 12;
const MOST_VALUES = 100;
const MOST_TEXT = 200;
const MOST_OCCASIONS = 1_000;
const MOST_DAYS = 36_500;

/** What is wrong with a filter, and where: its `field` is a JSON pointer from the filter on. */
export class SegmentFaultError extends Error {
  constructor(readonly fault: FieldFault) {
    super(`${fault.code} at ${fault.field}`);
  }
}

type Json = Record<string, unknown>;
interface Budget {
  nodes: number;
  sets: number;
  known: SegmentVocabulary;
}

/** PT-4: reads a filter as a caller wrote it. @throws SegmentFaultError */
export function parseSegment(filter: unknown, known: SegmentVocabulary): SegmentFilter {
  return node(filter, '', 1, { nodes: 0, sets: 0, known });
}

function node(json: unknown, at: string, depth: number, budget: Budget): SegmentFilter {
  if (depth > MOST_DEEP)
    throw new SegmentFaultError({ field: at, code: 'segment-too-deep', params: { limit: MOST_DEEP } });
  budget.nodes += 1;
  if (budget.nodes > MOST_NODES)
    throw new SegmentFaultError({ field: at, code: 'segment-too-long', params: { limit: MOST_NODES } });
  const object = asObject(json, at);
  if ('fact' in object) return { kind: 'fact', ...factOf(object, at, budget.known) };
  const [key = '', ...others] = Object.keys(object);
  if (others.length > 0)
    throw new SegmentFaultError({ field: `${at}/${escaped(others[0] ?? '')}`, code: 'segment-unknown' });
  const below = `${at}/${escaped(key)}`;
  if (key === 'not') return { kind: 'not', part: node(object[key], below, depth + 1, budget) };
  if (key === 'visits' || key === 'contacts') budget.sets += 1;
  if (budget.sets > MOST_SETS)
    throw new SegmentFaultError({ field: below, code: 'segment-too-many-sets', params: { limit: MOST_SETS } });
  if (key === 'visits') return { kind: key, visits: visitsOf(asObject(object[key], below), below, budget.known) };
  if (key === 'contacts') return { kind: key, contacts: contactsOf(asObject(object[key], below), below, budget.known) };
  if (key !== 'and' && key !== 'or') throw new SegmentFaultError({ field: below, code: 'segment-unknown' });
  const parts = object[key];
  if (!Array.isArray(parts) || parts.length === 0)
    throw new SegmentFaultError({ field: below, code: 'segment-needs-parts' });
  return { kind: key, parts: parts.map((part, index) => node(part, `${below}/${index}`, depth + 1, budget)) };
}

function factOf(object: Json, at: string, known: SegmentVocabulary): SegmentFact {
  onlyKeys(object, ['fact', 'op', 'value'], at);
  const { fact, op, value } = object;
  const [here, wrong] = [`${at}/value`, new SegmentFaultError({ field: `${at}/op`, code: 'segment-operator' })];
  switch (fact) {
    case 'tag':
    case 'purpose':
    case 'state':
      if (op !== 'has') throw wrong;
      return { fact, op, values: [oneOf(value, here, fact === 'tag' ? undefined : known[fact])] };
    case 'sex':
    case 'stage':
    case 'district': {
      if (op !== 'eq' && op !== 'in') throw wrong;
      const allowed = fact === 'district' ? undefined : known[fact];
      const values = op === 'in' ? list(value, here, allowed) : [oneOf(value, here, allowed)];
      return { fact, op, values };
    }
    case 'age':
      if (op !== 'ge' && op !== 'le') throw wrong;
      return { fact, op, years: whole(value, here, 0, 150) };
    case 'deceased':
      if (op !== 'eq') throw wrong;
      if (typeof value !== 'boolean') throw new SegmentFaultError({ field: here, code: 'segment-value' });
      return { fact, op, holds: value };
    default:
      throw new SegmentFaultError({ field: `${at}/fact`, code: 'segment-unknown' });
  }
}

function visitsOf(object: Json, at: string, known: SegmentVocabulary): SegmentVisits {
  onlyKeys(object, ['class', 'department', 'diagnosis', ...OCCASION_KEYS], at);
  return {
    ...occasionsOf(object, at),
    ...said(object, at, 'class', (value, here) => oneOf(value, here, known.class) as EncounterClass),
    ...said(object, at, 'department', oneOf),
    ...said(object, at, 'diagnosis', diagnosis),
  };
}

function contactsOf(object: Json, at: string, known: SegmentVocabulary): SegmentContacts {
  onlyKeys(object, ['kind', 'what', 'channel', 'outcome', ...OCCASION_KEYS], at);
  return {
    ...occasionsOf(object, at),
    ...said(object, at, 'kind', (value, here) => oneOf(value, here, known.contact) as ContactKind),
    ...said(object, at, 'what', oneOf),
    ...said(object, at, 'channel', (value, here) => oneOf(value, here, known.channel) as Channel),
    ...said(object, at, 'outcome', oneOf),
  };
}

const OCCASION_KEYS = ['from', 'before', 'days', 'atLeast', 'atMost'];

function occasionsOf(object: Json, at: string): SegmentOccasions {
  const count = (value: unknown, here: string) => whole(value, here, 0, MOST_OCCASIONS);
  const occasions: SegmentOccasions = {
    atLeast: object['atMost'] === undefined ? 1 : 0,
    atMost: null,
    ...said(object, at, 'from', moment),
    ...said(object, at, 'before', moment),
    ...said(object, at, 'days', (value, here) => whole(value, here, 1, MOST_DAYS)),
    ...said(object, at, 'atLeast', count),
    ...said(object, at, 'atMost', count),
  };
  const { atLeast, atMost } = occasions;
  if (atMost !== null && atMost < atLeast)
    throw new SegmentFaultError({ field: `${at}/atMost`, code: 'segment-value' });
  if (atMost === null && atLeast === 0) throw new SegmentFaultError({ field: `${at}/atLeast`, code: 'segment-value' });
  return occasions;
}

function said<T>(object: Json, at: string, key: string, read: (value: unknown, at: string) => T): Record<string, T> {
  return object[key] === undefined ? {} : { [key]: read(object[key], `${at}/${key}`) };
}

function onlyKeys(object: Json, allowed: string[], at: string): void {
  const stray = Object.keys(object).find((key) => !allowed.includes(key));
  if (stray !== undefined) throw new SegmentFaultError({ field: `${at}/${escaped(stray)}`, code: 'segment-unknown' });
}

function asObject(json: unknown, at: string): Json {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Json;
  throw new SegmentFaultError({ field: at, code: 'segment-needs-object' });
}

function oneOf(value: unknown, at: string, allowed?: readonly string[]): string {
  const isText =
    typeof value === 'string' && value !== '' && value.length <= MOST_TEXT && !/[\p{Cc}\p{Cs}]/u.test(value);
  if (!isText || (allowed && !allowed.includes(value)))
    throw new SegmentFaultError({ field: at, code: 'segment-value' });
  return value;
}

function list(value: unknown, at: string, allowed?: readonly string[]): string[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_VALUES) {
    throw new SegmentFaultError({ field: at, code: 'segment-value' });
  }
  return value.map((each, index) => oneOf(each, `${at}/${index}`, allowed));
}

function whole(value: unknown, at: string, min: number, max: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
  throw new SegmentFaultError({ field: at, code: 'segment-value' });
}

/** As long as the index knows prefixes (migration `create-segments`). */
function diagnosis(value: unknown, at: string): string {
  const prefix = oneOf(value, at).toUpperCase();
  if (/^[A-Z][0-9A-Z.]{0,7}$/.test(prefix)) return prefix;
  throw new SegmentFaultError({ field: at, code: 'segment-value' });
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

function moment(value: unknown, at: string): Date {
  const date = typeof value === 'string' && MOMENT.test(value) ? new Date(value) : undefined;
  if (date && Number.isFinite(date.getTime())) return date;
  throw new SegmentFaultError({ field: at, code: 'segment-value' });
}

function escaped(key: string): string {
  return key.slice(0, 60).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1');
}
