import { Temporal } from 'temporal-polyfill';
import { SEGMENT_VOCABULARY } from './segment-vocabulary.js';
import type { SegmentContacts, SegmentFact, SegmentFilter, SegmentOccasions, SegmentVisits } from './segment-filter.js';

const DAY_MS = 86_400_000;

/** Hands a value to the statement and says what stands for it there. */
export type Bind = (value: unknown) => string;

/** The living people a filter selects: rows named `person`, of which only `id` is to be read, and their condition. */
export interface SegmentMembers {
  from: string;
  where: string;
}

/**
 * PT-4: who is in a segment. Where tags and districts select and nothing of the record itself is asked for, the records
 * are not read: at a million people that is most of the time (ADR 68).
 */
export function segmentMembers(filter: SegmentFilter, now: Temporal.ZonedDateTime, bind: Bind): SegmentMembers {
  if (!selectsByTagging(filter) || asksTheRecord(filter)) {
    return { from: 'person', where: `person.merged_into IS NULL AND ${segmentSql(filter, now, bind)}` };
  }
  return { from: `(${TAGGED}) person`, where: segmentSql(filter, now, bind, TAGGED_ROWS) };
}

/** Merged records are few: they are taken out, instead of a million being read to find who is not one. */
const TAGGED = `SELECT t.person_id AS id, t.tags, t.district FROM person_tagging t
  WHERE NOT EXISTS (SELECT FROM person merged WHERE merged.merged_into IS NOT NULL AND merged.id = t.person_id)`;

/** Whom it selects has a row of tags: who has none has neither a tag nor a district. */
function selectsByTagging(filter: SegmentFilter): boolean {
  if (filter.kind === 'and') return filter.parts.some(selectsByTagging);
  if (filter.kind === 'or') return filter.parts.every(selectsByTagging);
  return isOfTagging(filter);
}

function asksTheRecord(filter: SegmentFilter): boolean {
  if (filter.kind === 'and' || filter.kind === 'or') return filter.parts.some(asksTheRecord);
  if (filter.kind === 'not') return asksTheRecord(filter.part);
  return filter.kind === 'fact' && !isOfTagging(filter);
}

function isOfTagging(filter: SegmentFilter): boolean {
  return filter.kind === 'fact' && (filter.fact === 'tag' || filter.fact === 'district');
}

/** How a condition on the row of tags is asked of `person`. */
type Tagging = (condition: string) => string;
const RECORDS: Tagging = (condition) => `person.id IN (SELECT person_id FROM person_tagging WHERE ${condition})`;
const TAGGED_ROWS: Tagging = (condition) => `person.${condition}`;

/**
 * PT-4: a filter as a condition on rows named `person`. Nothing of the caller gets into the text. What is not known
 * does not hold, and what does not hold is what `not` selects.
 * @param now in the hospital's zone: its day is the one that ages are told on
 */
export function segmentSql(
  filter: SegmentFilter,
  now: Temporal.ZonedDateTime,
  bind: Bind,
  tagging: Tagging = RECORDS,
): string {
  const sqlOf = (part: SegmentFilter) => segmentSql(part, now, bind, tagging);
  switch (filter.kind) {
    case 'not': {
      const opposite = oppositeOf(filter.part);
      return opposite ? sqlOf(opposite) : `((${sqlOf(filter.part)}) IS NOT TRUE)`;
    }
    case 'fact':
      return factSql(filter, now.toPlainDate(), bind, tagging);
    case 'visits':
      return occasionsSql(filter.visits, visitConditions(filter.visits, bind), VISITS, now, bind);
    case 'contacts':
      return occasionsSql(filter.contacts, contactConditions(filter.contacts, bind), CONTACTS, now, bind);
    case 'and':
      return `(${filter.parts.map(sqlOf).join(' AND ')})`;
    case 'or':
      return `(${[...tagsSql(filter.parts, bind, tagging), ...filter.parts.filter((part) => !isTag(part)).map(sqlOf)].join(' OR ')})`;
  }
}

/** Said without `not`, where it can be: a join finds who has none, while `IS NOT TRUE` is asked of each person. */
function oppositeOf(filter: SegmentFilter): SegmentFilter | null {
  if (filter.kind !== 'visits' && filter.kind !== 'contacts') return null;
  const { atLeast, atMost } = filter.kind === 'visits' ? filter.visits : filter.contacts;
  if (atMost !== null && atLeast > 0) return null;
  const often = atMost === null ? { atLeast: 0, atMost: atLeast - 1 } : { atLeast: atMost + 1, atMost: null };
  return filter.kind === 'visits'
    ? { kind: 'visits', visits: { ...filter.visits, ...often } }
    : { kind: 'contacts', contacts: { ...filter.contacts, ...often } };
}

type TagPart = Extract<SegmentFilter, { fact: 'tag' | 'purpose' | 'state' }>;

function isTag(part: SegmentFilter): part is TagPart {
  return part.kind === 'fact' && part.fact === 'tag';
}

/** Tags of which any will do are one look-up. */
function tagsSql(parts: SegmentFilter[], bind: Bind, tagging: Tagging): string[] {
  const tags = parts.filter(isTag).flatMap(({ values }) => values);
  if (tags.length === 0) return [];
  return [tagging(`tags && ${bind(tags)}::text[]`)];
}

function factSql(filter: SegmentFact, today: Temporal.PlainDate, bind: Bind, tagging: Tagging): string {
  switch (filter.fact) {
    case 'tag':
      return tagging(`tags @> ${bind(filter.values)}::text[]`);
    case 'purpose':
      return `person.allowed_purposes @> ${bind(filter.values)}::text[]`;
    case 'state':
      return `person.states @> ${bind(filter.values)}::text[]`;
    case 'sex':
      return `person.sex = ANY (${bind(filter.values)}::text[])`;
    case 'district':
      return tagging(`district = ANY (${bind(filter.values)}::text[])`);
    case 'stage':
      return `(NOT person.deceased AND ${stageSql(filter.values, bind)})`;
    case 'deceased':
      return `person.deceased = ${bind(filter.holds)}::boolean`;
    case 'age': {
      const { op, years } = filter;
      const atLeast = (full: number, sign: '<=' | '>') => `${LATEST_BIRTH} ${sign} ${bind(bornBy(today, full))}::text`;
      // Who may not be born yet has no age.
      return op === 'ge' ? atLeast(years, '<=') : `(${atLeast(years + 1, '>')} AND ${atLeast(0, '<=')})`;
    }
  }
}

/** As it was told last (`lifecycle.sql.ts`): who has no row never came and is a lead; `none` has no stage. */
function stageSql(values: string[], bind: Bind): string {
  const those = `SELECT FROM person_lifecycle l WHERE l.person_id = person.id AND l.stage`;
  return values.includes('lead')
    ? `NOT EXISTS (${those} <> ALL (${bind(values)}::text[]))`
    : `EXISTS (${those} = ANY (${bind(values)}::text[]))`;
}

/** The latest day that a birth date known by year or month allows, as in `tag.rules.ts`; 31 ends every month. */
const LATEST_BIRTH = `(person.birth_date || substr('-12-31', length(person.birth_date) - 3)) COLLATE "C"`;

/** Who was born by this day is so many years old; the end of a month as LATEST_BIRTH writes it. */
function bornBy(today: Temporal.PlainDate, years: number): string {
  const day = today.subtract({ years });
  const isMonthsEnd = today.day === today.daysInMonth || day.day === day.daysInMonth;
  // 29 February is kept on the 28th in common years: on 28 February whoever was born on the 29th is older too.
  return isMonthsEnd ? `${day.toString().slice(0, 8)}31` : day.toString();
}

/** Rows of something that happens to people, and when. */
interface Occasions {
  from: string;
  /** Whose they are. */
  of: string;
  at: string;
}
const VISITS: Occasions = { from: 'encounter e', of: 'e.patient_id', at: 'e.began_at' };
const CONTACTS: Occasions = { from: 'contact c', of: 'c.person_id', at: 'c.at' };

/**
 * Ids of merged records with each record above them; what happened to them counts for the record that answers. A table to
 * be joined, so that the subquery around it has no WITH: of one that has, the planner expects 200 people whatever it finds,
 * and looks each of a hundred thousand up by itself (ADR 84).
 */
const ABOVE = `(
  WITH RECURSIVE above (id, root) AS (
    SELECT id, merged_into FROM person WHERE merged_into IS NOT NULL
    UNION ALL SELECT a.id, p.merged_into FROM above a JOIN person p ON p.id = a.root WHERE p.merged_into IS NOT NULL
  )
  SELECT id, root FROM above)`;

function visitConditions(visits: SegmentVisits, bind: Bind): string[] {
  const conditions = [`e.status <> 'cancelled'`];
  if (visits.class !== undefined) conditions.push(`e.class = ${bind(visits.class)}`);
  else if (isByTimeAlone(visits)) conditions.push(`e.class = ANY (${bind(SEGMENT_VOCABULARY.class)}::text[])`);
  if (visits.department !== undefined) conditions.push(`e.department_code = ${bind(visits.department)}`);
  if (visits.diagnosis !== undefined) {
    conditions.push(`diagnosis_prefixes(e.diagnoses) @> ${bind([visits.diagnosis])}::text[]`);
  }
  return conditions;
}

/** Then a range for each class there is: before PostgreSQL 18 no index by class and time is read without the class. */
function isByTimeAlone({ department, diagnosis, from, days }: SegmentVisits): boolean {
  return department === undefined && diagnosis === undefined && (from !== undefined || days !== undefined);
}

function contactConditions({ kind, what, channel, outcome }: SegmentContacts, bind: Bind): string[] {
  return Object.entries({ kind, what, channel, outcome }).flatMap(([column, value]) =>
    value === undefined ? [] : [`c.${column} = ${bind(value)}`],
  );
}

function occasionsSql(
  { from, before, days, atLeast, atMost }: SegmentOccasions,
  those: string[],
  { from: rows, of, at }: Occasions,
  now: Temporal.ZonedDateTime,
  bind: Bind,
): string {
  const conditions = [...those];
  if (from !== undefined) conditions.push(`${at} >= ${bind(from)}::timestamptz`);
  if (before !== undefined) conditions.push(`${at} < ${bind(before)}::timestamptz`);
  if (days !== undefined) {
    conditions.push(`${at} >= ${bind(new Date(now.epochMilliseconds - days * DAY_MS))}::timestamptz`);
  }
  const where = conditions.join(' AND ') || 'true';
  const people = `SELECT coalesce(a.root, ${of}) AS id FROM ${rows} LEFT JOIN ${ABOVE} a ON a.id = ${of} WHERE ${where}`;
  if (atLeast === 1 && atMost === null) return `person.id IN (${people})`;
  // A join; NOT IN would be asked of each person.
  if (atMost === 0) return `NOT EXISTS (SELECT FROM (${people}) those WHERE those.id = person.id)`;
  const grouped = (having: string) => `(${people} GROUP BY 1 HAVING ${having})`;
  // Who had none is in no group.
  if (atLeast === 0) return `person.id NOT IN ${grouped(`count(*) > ${bind(atMost)}::int`)}`;
  const most = atMost === null ? '' : ` AND count(*) <= ${bind(atMost)}::int`;
  return `person.id IN ${grouped(`count(*) >= ${bind(atLeast)}::int${most}`)}`;
}
