import {
  PersonData,
  removeRows,
  sealRows,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
  sectionOf,
} from '#platform';
import type { EntityManager } from 'typeorm';

/** What was done for the person after a stay, by whom, with what outcome. */
@PersonData()
export class PlansPersonData implements PersonDataSource {
  readonly tables = ['operation', 'plan_trail', 'task', 'plan'];
  readonly withoutPatients = [{ table: 'protocol', reason: 'settings' }];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([
      sectionOf(tx, 'follow-up-plans', ['随访计划', 'Follow-up plans'], PLANS, ids),
      sectionOf(tx, 'follow-up-tasks', ['随访任务', 'Follow-up contacts'], TASKS, ids),
      sectionOf(tx, 'follow-up-operations', ['随访依据的手术', 'Operations followed up'], OPERATIONS, ids),
      sectionOf(tx, 'follow-up-trail', ['随访计划的经过', 'What happened to the plans'], TRAIL, ids),
    ]);
  }

  async erase(tx: EntityManager, ids: readonly string[], _at: Date, erasure: Erasure): Promise<ErasureOutcome[]> {
    const plans: { id: string }[] = await tx.query('SELECT id FROM plan WHERE patient_id = ANY ($1::uuid[])', [ids]);
    return [
      await removeRows(tx, 'operation', 'patient_id', ids),
      await sealRows(
        tx,
        erasure,
        'plan_trail',
        'plan_id',
        plans.map(({ id }) => id),
      ),
      await sealRows(tx, erasure, 'task', 'patient_id', ids),
      await sealRows(tx, erasure, 'plan', 'patient_id', ids),
    ];
  }
}

const PLANS = `
  SELECT anchored_at AS "anchoredAt", anchor, status, department_name AS department, protocol_code AS protocol,
         protocol_version AS "protocolVersion", end_reason AS "endReason", end_note AS "endNote", ended_at AS "endedAt",
         withdrawal, left_at AS "leftAt", remark, created_at AS "createdAt", encounter_id AS "encounterId", id
    FROM plan WHERE patient_id = ANY($1::uuid[]) ORDER BY created_at DESC, id`;

const TASKS = `
  SELECT completed_at AS "completedAt", name_zh || ' ' || name_en AS name, status, opens_on::text AS "opensOn",
         due_on::text AS "dueOn", outcome, note, completed_by_name AS "completedBy", close_reason AS "closeReason",
         closed_at AS "closedAt", kind, step, plan_id AS "planId", encounter_id AS "encounterId", id
    FROM task WHERE patient_id = ANY($1::uuid[]) ORDER BY coalesce(due_on, opens_on) DESC, id`;

const OPERATIONS = `
  SELECT performed_at AS "performedAt", procedure_code AS "procedureCode", plan_id AS "planId",
         encounter_id AS "encounterId", revision, procedure_id AS id
    FROM operation WHERE patient_id = ANY($1::uuid[]) ORDER BY performed_at DESC, procedure_id`;

const TRAIL = `
  SELECT trail.at, trail.what, trail.step, trail.reason, trail.note, trail.actor_name AS who, trail.plan_id AS "planId"
    FROM plan_trail trail JOIN plan ON plan.id = trail.plan_id
   WHERE plan.patient_id = ANY($1::uuid[]) ORDER BY trail.seq DESC`;
