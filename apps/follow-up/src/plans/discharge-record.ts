import type { EncounterDischargedV1 } from '#contracts';
import { prepared } from '#platform';
import type { EntityManager } from 'typeorm';
import { TaskEntity } from '../tasks/task.entity.js';
import type { Anchoring, NewPlan } from './new-plan.js';
import { PlanEntity } from './plan.entity.js';

/** One statement, because a hospital's discharges come in streams. */
const RECORD = `
  WITH left_hospital AS (
    INSERT INTO stay (encounter_id, patient_id, status, last_seen_on, discharge_number, class, left_at, department_code, deceased)
    VALUES ($1, $2, 'discharged', $3, $4, $7, $8, $9, $10)
    ON CONFLICT (encounter_id) DO UPDATE
      SET status = 'discharged', last_seen_on = greatest(stay.last_seen_on, excluded.last_seen_on),
          discharge_number = excluded.discharge_number, class = excluded.class, left_at = excluded.left_at,
          department_code = excluded.department_code, deceased = excluded.deceased
  ), planned AS (
    INSERT INTO plan SELECT * FROM json_populate_recordset(NULL::plan, $5)
  )
  INSERT INTO task SELECT * FROM json_populate_recordset(NULL::task, $6)`;

/** Stores that a patient left on a day, and the plan that follows, if any, with its tasks. */
export async function recordDischarge(
  tx: EntityManager,
  { encounterId, patientId, dischargeNumber, ...discharge }: EncounterDischargedV1,
  { leftOn, leftAt }: Anchoring,
  created: NewPlan | undefined,
): Promise<void> {
  const plans = created ? [columnsOf(tx, PlanEntity, created.plan)] : [];
  const tasks = created ? created.tasks.map((task) => columnsOf(tx, TaskEntity, task)) : [];
  await prepared(tx, 'discharges.record', RECORD, [
    encounterId,
    patientId,
    leftOn,
    dischargeNumber,
    JSON.stringify(plans),
    JSON.stringify(tasks),
    discharge.class,
    leftAt,
    discharge.departmentCode ?? null,
    discharge.deceased,
  ]);
}

const RECORD_PLAN = `
  WITH planned AS (INSERT INTO plan SELECT * FROM json_populate_recordset(NULL::plan, $1))
  INSERT INTO task SELECT * FROM json_populate_recordset(NULL::task, $2)`;

/** Stores a plan with its tasks. */
export async function recordPlan(tx: EntityManager, { plan, tasks }: NewPlan): Promise<void> {
  const rows = tasks.map((task) => columnsOf(tx, TaskEntity, task));
  await prepared(tx, 'plans.record', RECORD_PLAN, [
    JSON.stringify([columnsOf(tx, PlanEntity, plan)]),
    JSON.stringify(rows),
  ]);
}

/** A row as the database names its columns. */
function columnsOf<T extends PlanEntity | TaskEntity>(tx: EntityManager, type: new () => T, row: T) {
  const { columns } = tx.connection.getMetadata(type);
  return Object.fromEntries(columns.map((column) => [column.databaseName, row[column.propertyName as keyof T]]));
}
