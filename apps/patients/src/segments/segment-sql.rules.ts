import { Temporal } from 'temporal-polyfill';
import type { SegmentFact, SegmentFilter, SegmentVisits } from './segment-filter.js';

/** Hands a value to the statement and says what stands for it there. */
export type Bind = (value: unknown) => string;

/**
 * PT-4: a filter as a condition on rows named `person`. Nothing of the caller gets into the text. What is not known
 * does not hold, and what does not hold is what `not` selects.
 * @param today in the hospital's zone, for ages
 */
export function segmentSql(filter: SegmentFilter, today: Temporal.PlainDate, bind: Bind): string {
  switch (filter.kind) {
    case 'not':
      return `((${segmentSql(filter.part, today, bind)}) IS NOT TRUE)`;
    case 'fact':
      return factSql(filter, today, bind);
    case 'visits':
      return visitsSql(filter, bind);
    default: {
      const parts = filter.parts.map((part) => segmentSql(part, today, bind));
      return `(${parts.join(filter.kind === 'and' ? ' AND ' : ' OR ')})`;
    }
  }
}

function factSql(filter: SegmentFact, today: Temporal.PlainDate, bind: Bind): string {
  switch (filter.fact) {
    case 'tag':
      return `person.id IN (SELECT person_id FROM person_tagging WHERE tags @> ${bind(filter.values)}::text[])`;
    case 'purpose':
      return `person.allowed_purposes @> ${bind(filter.values)}::text[]`;
    case 'state':
      return `person.states @> ${bind(filter.values)}::text[]`;
    case 'sex':
      return `person.sex = ANY (${bind(filter.values)}::text[])`;
    case 'district':
      return `person.id IN (SELECT person_id FROM person_tagging WHERE district = ANY (${bind(filter.values)}::text[]))`;
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

/** The latest day that a birth date known by year or month allows, as in `tag.rules.ts`; 31 ends every month. */
const LATEST_BIRTH = `(person.birth_date || substr('-12-31', length(person.birth_date) - 3)) COLLATE "C"`;

/** Who was born by this day is so many years old; the end of a month as LATEST_BIRTH writes it. */
function bornBy(today: Temporal.PlainDate, years: number): string {
  const day = today.subtract({ years });
  const isMonthsEnd = today.day === today.daysInMonth || day.day === day.daysInMonth;
  // 29 February is kept on the 28th in common years: on 28 February whoever was born on the 29th is older too.
  return isMonthsEnd ? `${day.toString().slice(0, 8)}31` : day.toString();
}

/** Ids of merged records with each record above them; visits count for the record that answers. */
const VISITORS = `
  WITH RECURSIVE above (id, root) AS (
    SELECT id, merged_into FROM person WHERE merged_into IS NOT NULL
    UNION ALL SELECT a.id, p.merged_into FROM above a JOIN person p ON p.id = a.root WHERE p.merged_into IS NOT NULL
  ), family AS (SELECT patient_id AS id FROM chosen UNION ALL SELECT a.root FROM chosen JOIN above a ON a.id = patient_id)
  SELECT id FROM family`;

function visitsSql({ atLeast, atMost, ...visits }: SegmentVisits, bind: Bind): string {
  const conditions = [`e.status <> 'cancelled'`];
  if (visits.class !== undefined) conditions.push(`e.class = ${bind(visits.class)}`);
  if (visits.department !== undefined) conditions.push(`e.department_code = ${bind(visits.department)}`);
  if (visits.diagnosis !== undefined) {
    conditions.push(`diagnosis_prefixes(e.diagnoses) @> ${bind([visits.diagnosis])}::text[]`);
  }
  if (visits.from !== undefined) conditions.push(`e.began_at >= ${bind(visits.from)}::timestamptz`);
  if (visits.before !== undefined) conditions.push(`e.began_at < ${bind(visits.before)}::timestamptz`);
  const chosen = `SELECT e.patient_id FROM encounter e WHERE ${conditions.join(' AND ')}`;
  const visitors = VISITORS.replace('WITH RECURSIVE', `WITH RECURSIVE chosen AS (${chosen}),`);
  if (atLeast === 1 && atMost === null) return `person.id IN (${visitors})`;
  const grouped = (having: string) => `(${visitors} GROUP BY id HAVING ${having})`;
  // Who had none is in no group.
  if (atLeast === 0) return `person.id NOT IN ${grouped(`count(*) > ${bind(atMost)}::int`)}`;
  const most = atMost === null ? '' : ` AND count(*) <= ${bind(atMost)}::int`;
  return `person.id IN ${grouped(`count(*) >= ${bind(atLeast)}::int${most}`)}`;
}
