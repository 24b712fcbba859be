import type { TagRule } from './tag.rules.js';

type Bind = (value: unknown) => string;

/**
 * SQL: living people (`p`, with their tags `t`) whom a review of a tag has to look at: who has it, who may get it by the
 * rule, and whose merged records may. It may be wider than the rule, never narrower: the settlement decides. Each person
 * is asked, so it is for some at a time.
 * @param year of now, in UTC
 * @param bind hands a value to the statement and says what stands for it there
 */
export function concernedBy(code: string, rule: TagRule | null, year: number, bind: Bind): string {
  const having = `t.tags @> ${bind([code])}::text[]`;
  const merged = 'EXISTS (SELECT 1 FROM person m WHERE m.merged_into = p.id)';
  const might = rule === null ? 'false' : mightHold(rule, year, bind);
  return `FROM person p JOIN person_tagging t ON t.person_id = p.id
    WHERE p.merged_into IS NULL AND (${having} OR ${might} OR ${merged})`;
}

/** SQL: the same people, all at once: by a diagnosis they are one set from indexes instead of a look at everybody. */
export function allConcernedBy(code: string, rule: TagRule | null, year: number, bind: Bind): string {
  if (rule?.kind !== 'diagnosis') return concernedBy(code, rule, year, bind);
  return `FROM person p WHERE p.merged_into IS NULL AND p.id IN (
      SELECT person_id FROM person_tagging WHERE tags @> ${bind([code])}::text[]
      UNION SELECT patient_id FROM encounter WHERE diagnosis_prefixes(diagnoses) && ${bind(rule.prefixes)}::text[]
      UNION SELECT merged_into FROM person WHERE merged_into IS NOT NULL
    )`;
}

function mightHold(rule: TagRule, year: number, bind: Bind): string {
  switch (rule.kind) {
    case 'age': {
      // A year more at each end: the hospital's day may be in another year than ours, and birthdays are still to come.
      const bornIn = (wanted: number) => bind(String(Math.max(0, wanted)).padStart(4, '0'));
      const youngest = `left(p.birth_date, 4) <= ${bornIn(year + 1 - rule.from)}::text`;
      return rule.to === null
        ? youngest
        : `(${youngest} AND left(p.birth_date, 4) >= ${bornIn(year - 2 - rule.to)}::text)`;
    }
    case 'diagnosis':
      // By the visits of the person: a set of all who have it would be too large to be hashed, and read for each again.
      return `EXISTS (SELECT FROM encounter e CROSS JOIN LATERAL jsonb_array_elements(e.diagnoses) d
        WHERE e.patient_id = p.id AND upper(d ->> 'code') ^@ ANY (${bind(rule.prefixes)}::text[]))`;
    case 'district':
    case 'nearness':
      return 'p.address IS NOT NULL';
    case 'stage':
      return rule.is === 'lead'
        ? 'true'
        : `EXISTS (SELECT FROM person_lifecycle l WHERE l.person_id = p.id AND l.stage = ${bind(rule.is)})`;
    default:
      return 'true';
  }
}
