import type { ConsentPurpose, LifecycleStage, PersonState } from '#contracts';
import type { EntityManager } from 'typeorm';
import type { LifecycleVisit } from '../facts/lifecycle.rules.js';
import { descendantsOf } from '../people/families.js';
import type { WinBack } from './win-back.entity.js';

/** What was told last; `none` of the dead, and of a record that does not answer for itself. */
export type KnownStage = LifecycleStage | 'none';

export interface NamedVisit extends LifecycleVisit {
  id: string;
}

/** A living record, with what is known under it and those merged into it. */
export interface PersonFacts {
  id: string;
  isMerged: boolean;
  deceased: boolean;
  states: PersonState[];
  allowedPurposes: ConsentPurpose[];
  known: KnownStage;
  visits: NamedVisit[];
  ladders: WinBack[];
}

/** Reads what stages and win-backs follow from, of many records at once; the caller holds the locks of their lifecycle. */
export async function lifecycleFacts(tx: EntityManager, ids: string[]): Promise<PersonFacts[]> {
  const people: Omit<PersonFacts, 'visits' | 'ladders'>[] = await tx.query(PEOPLE, [ids]);
  const living = people.filter(({ isMerged }) => !isMerged).map(({ id }) => id);
  const visits = groupByRoot<NamedVisit>(await tx.query(VISITS, [living]));
  const ladders = groupByRoot<WinBack>(await tx.query(LADDERS, [living]));
  return people.map((person) => ({
    ...person,
    visits: visits.get(person.id) ?? [],
    ladders: ladders.get(person.id) ?? [],
  }));
}

function groupByRoot<T>(rows: (T & { root: string })[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const { root, ...row } of rows) {
    const group = groups.get(root) ?? [];
    group.push(row as T);
    groups.set(root, group);
  }
  return groups;
}

const PEOPLE = `
  SELECT p.id, p.merged_into IS NOT NULL AS "isMerged", p.deceased, p.states, p.allowed_purposes AS "allowedPurposes",
         l.stage AS known
    FROM person_lifecycle l JOIN person p ON p.id = l.person_id
   WHERE l.person_id = ANY ($1::uuid[]) ORDER BY p.id`;

const FAMILY = descendantsOf('SELECT unnest($1::uuid[]) AS id');

/** Row by row by the index of each table (OFFSET 0): the planner cannot know that families are small. */
const VISITS = `
  SELECT family.root, e.* FROM (${FAMILY}) family
   CROSS JOIN LATERAL (
     SELECT id, class, status, began_at AS "beganAt", discharged_at AS "dischargedAt" FROM encounter
      WHERE patient_id = family.id AND status IN ('in-progress', 'finished') OFFSET 0) e
   ORDER BY e."beganAt", e.id`;

const LADDERS = `
  SELECT family.root, w.* FROM (${FAMILY}) family
   CROSS JOIN LATERAL (
     SELECT id, person_id AS "personId", started_at AS "startedAt", visit_id AS "visitId",
            absent_since AS "absentSince", step, step_at AS "stepAt", next_at AS "nextAt",
            outcome, ended_at AS "endedAt", answer, answer_channel AS "answerChannel", answer_note AS "answerNote",
            answered_by AS "answeredBy", returned_at AS "returnedAt"
       FROM win_back WHERE person_id = family.id OFFSET 0) w`;
