import type { TagRule } from './tag.rules.js';

/**
 * SQL: living people (`p`, with their tags `t`) whom a review of a tag has to look at: who has it, who may get it by the
 * rule, and whose merged records may. It may be wider than the rule, never narrower: the settlement decides.
 * @param year of now, in UTC
 * @param bind hands a value to the statement and says what stands for it there
 */
export function concernedBy(
  code: string,
  rule: TagRule | null,
  year: number,
  bind: (value: unknown) => string,
): string {
  const having = `t.tags @> ${bind([code])}::text[]`;
  const merged = 'EXISTS (SELECT 1 FROM person m WHERE m.merged_into = p.id)';
  const might = rule === null ? 'false' : mightHold(rule, year, bind);
  return `FROM person p JOIN person_tagging t ON t.person_id = p.id
    WHERE p.merged_into IS NULL AND (${having} OR ${might} OR ${merged})`;
}

function mightHold(rule: TagRule, year: number, bind: (value: unknown) => string): string {
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
      return `p.id IN (SELECT e.patient_id FROM encounter e
        WHERE diagnosis_prefixes(e.diagnoses) && ${bind(rule.prefixes)}::text[])`;
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
