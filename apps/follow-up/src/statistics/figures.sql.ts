import { AFTER_PROBLEM, CONTACT, NO_FOLLOW_UP, type Grouping } from './indicator.rules.js';

const listed = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

/** By what a task is grouped: who did it or has it, else where and why it was made. */
const TASK_KEYS: Record<Grouping, string> = {
  nurse: 'coalesce(task.completed_by, task.assigned_to)',
  // Only of what belongs to no plan is the visit looked up: a join would read all visits there ever were.
  department: `coalesce(plan.department_code,
                       (SELECT stay.department_code FROM stay WHERE stay.encounter_id = task.encounter_id))`,
  protocol: 'plan.protocol_code',
  kind: `CASE WHEN task.kind IN (${listed(AFTER_PROBLEM)}) THEN 'after-problem' ELSE 'after-service' END`,
};

/** A stay has neither a nurse nor a kind. */
const STAY_KEYS: Partial<Record<Grouping, string>> = {
  department: 'stay.department_code',
  protocol: 'plan.protocol_code',
};

/** Whether stays have such groups. */
export const isOfStays = (by: Grouping | undefined): boolean => by !== undefined && by in STAY_KEYS;

const TASK_NAMES: Partial<Record<Grouping, string>> = {
  nurse: 'task.completed_by_name',
  department: 'plan.department_name',
};

/** Of the whole where nothing is asked by. Every statement answers the whole in a row without a key. */
const NO_KEY = 'NULL::text';

/**
 * The plan of each task for those groups that it has a say in, looked up one by one: a period has fewer tasks than the
 * hospital has had plans, and a plain join reads them all. The limit is what keeps the look-up from becoming that join.
 */
function itsPlan(by: Grouping | undefined): string {
  if (by !== 'department' && by !== 'protocol') return '';
  return `
            LEFT JOIN LATERAL (SELECT department_code, department_name, protocol_code FROM plan
                                WHERE plan.id = task.plan_id LIMIT 1) AS plan ON true`;
}

/**
 * Tasks by the day they were due, $1 … $2, as they stood when $3 ended ($4). What was cancelled before then, or waits
 * with its plan, was not due. Contacts that became one (FU-3) are due as that one, done or not.
 */
export function dueTasks(by: Grouping | undefined): string {
  const key = by ? TASK_KEYS[by] : NO_KEY;
  return `
  SELECT key, grouping(key) = 1 AS whole, max(name) AS name, count(*)::int AS due,
         count(*) FILTER (WHERE done)::int AS done, count(*) FILTER (WHERE NOT done AND NOT lapsed AND late)::int AS overdue,
         count(*) FILTER (WHERE lapsed)::int AS lapsed
    FROM (SELECT ${key} AS key, ${(by && TASK_NAMES[by]) ?? NO_KEY} AS name,
                 task.status = 'done' AND task.completed_at < $4 AS done,
                 task.status = 'lapsed' AND task.closed_at < $4 AS lapsed, task.due_on < $3::date AS late
            FROM task ${itsPlan(by)}
           WHERE coalesce(task.due_on, task.opens_on) BETWEEN $1 AND $2
             AND task.due_on IS NOT NULL AND task.kind NOT IN (${listed(NO_FOLLOW_UP)})
             AND task.joined_to IS NULL AND task.status <> 'planned'
             AND NOT (task.status = 'cancelled' AND task.closed_at < $4)) AS due
   GROUP BY GROUPING SETS ((key), ())`;
}

/**
 * What was brought to an end from $1 to before $2; of contacts that became one (FU-3) that one. Ids of merged records are one person, whichever of them a task has;
 * an interval is the time between two contacts of one person that both lie in the period.
 */
export function contacts(by: Grouping | undefined): string {
  const key = by ? TASK_KEYS[by] : NO_KEY;
  return `
  WITH RECURSIVE climb (id, top) AS (
    SELECT id, survivor_id FROM person WHERE survivor_id IS NOT NULL
     UNION
    SELECT climb.id, person.survivor_id FROM climb JOIN person ON person.id = climb.top
     WHERE person.survivor_id IS NOT NULL
  ), root AS (
    SELECT climb.id, climb.top FROM climb JOIN person ON person.id = climb.top AND person.survivor_id IS NULL
  ), ended AS (
    SELECT ${key} AS key, ${(by && TASK_NAMES[by]) ?? NO_KEY} AS name, coalesce(root.top, task.patient_id) AS patient,
           task.completed_at AS at, task.mode = 'call' AS called, task.outcome = '${CONTACT}' AS reached
      FROM task ${itsPlan(by)}
      LEFT JOIN root ON root.id = task.patient_id
     WHERE task.completed_at >= $1 AND task.completed_at < $2 AND task.joined_to IS NULL
       AND task.kind NOT IN (${listed(NO_FOLLOW_UP)})
  ), spaced AS (
    SELECT *, extract(epoch FROM at - lag(at) OVER (PARTITION BY reached, key, patient ORDER BY at)) / 86400 AS own_gap,
           extract(epoch FROM at - lag(at) OVER (PARTITION BY reached, patient ORDER BY at)) / 86400 AS gap
      FROM ended
  )
  SELECT key, grouping(key) = 1 AS whole, max(name) AS name,
         count(*) FILTER (WHERE called)::int AS calls, count(*) FILTER (WHERE called AND reached)::int AS "callsReached",
         count(*) FILTER (WHERE reached)::int AS contacts, count(DISTINCT patient) FILTER (WHERE reached)::int AS patients,
         CASE WHEN grouping(key) = 1 THEN count(gap) FILTER (WHERE reached)
              ELSE count(own_gap) FILTER (WHERE reached) END::int AS intervals,
         coalesce(CASE WHEN grouping(key) = 1 THEN sum(gap) FILTER (WHERE reached)
                       ELSE sum(own_gap) FILTER (WHERE reached) END, 0)::float8 AS days
    FROM spaced GROUP BY GROUPING SETS ((key), ())`;
}

/**
 * Inpatient stays that ended from $1 to before $2 otherwise than by death, each once however often it was discharged
 * and however many plans it has, and those of them that had a contact between the discharge and $3.
 */
export function stays(by: Grouping | undefined): string {
  const key = (by && STAY_KEYS[by]) ?? NO_KEY;
  const plans =
    by === 'protocol' ? 'LEFT JOIN plan ON plan.encounter_id = stay.encounter_id AND plan.withdrawal IS NULL' : '';
  return `
  SELECT key, grouping(key) = 1 AS whole, count(DISTINCT encounter_id)::int AS discharges,
         count(DISTINCT encounter_id) FILTER (WHERE followed)::int AS followed
    FROM (SELECT ${key} AS key, stay.encounter_id,
                 EXISTS (SELECT FROM task WHERE task.encounter_id = stay.encounter_id AND task.outcome = '${CONTACT}'
                            AND task.kind NOT IN (${listed(NO_FOLLOW_UP)})
                            AND task.completed_at >= stay.left_at AND task.completed_at < $3) AS followed
            FROM stay ${plans}
           WHERE stay.status = 'discharged' AND stay.class = 'inpatient' AND NOT stay.deceased
             AND stay.left_at >= $1 AND stay.left_at < $2) AS discharged
   GROUP BY GROUPING SETS ((key), ())`;
}
