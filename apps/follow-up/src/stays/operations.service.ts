import type { EncounterProcedureRecordedV1, EncounterProcedureWithdrawnV1 } from '#contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dayOf, hourOf, momentOf } from '../calendar/hospital-day.rules.js';
import type { Occasion } from '../calendar/occasion.js';
import { PeopleStore, type LockedPerson } from '../people/people.store.js';
import { Effects } from '../plans/chronicle.js';
import { anchoring, type Anchoring } from '../plans/new-plan.js';
import { PlanStarts } from '../plans/plan-starts.js';
import { Redating } from '../plans/redating.js';
import { Settlement } from '../plans/settlement.js';
import { ProtocolsService } from '../protocols/protocols.service.js';

interface Known {
  revision: number;
  planId: string | null;
}

/** An operation of which only the day is told counts from its noon: nobody is asked about pain before it. */
const NOON = 12;
const RECORD = `
  INSERT INTO operation (procedure_id, patient_id, encounter_id, procedure_code, performed_at, revision)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (procedure_id) DO UPDATE
    SET performed_at = excluded.performed_at, procedure_code = excluded.procedure_code, revision = excluded.revision`;
/** Nobody counts from it any more; older news of it are known to be old. */
const WITHDRAWN = `
  INSERT INTO operation (procedure_id, patient_id, encounter_id, procedure_code, performed_at, revision)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (procedure_id) DO UPDATE SET revision = excluded.revision, plan_id = NULL`;
const OF_DAY = `encounter_id = $1 AND anchor = 'operation' AND anchored_on = $2`;
/** The plan of the wrong code, where the right one asks for the same contacts and the day has no other plan. */
const GOES_ON = `
  UPDATE plan SET withdrawal = NULL
   WHERE id = (SELECT id FROM plan WHERE ${OF_DAY} AND protocol_code = $3 AND withdrawal = 'procedure-withdrawn'
                ORDER BY id LIMIT 1)
     AND NOT EXISTS (SELECT FROM plan WHERE ${OF_DAY} AND withdrawal IS DISTINCT FROM 'procedure-withdrawn')
  RETURNING id`;

/** An operation makes a plan counted from it, also while the patient is still in hospital (FU-3). */
@Injectable()
export class OperationsService {
  constructor(
    private readonly people: PeopleStore,
    private readonly protocols: ProtocolsService,
    private readonly starts: PlanStarts,
    private readonly redating: Redating,
    private readonly settlement: Settlement,
  ) {}

  /** A newer revision moves what is not open yet; an older one, as in a replay, changes nothing. */
  async record(tx: EntityManager, operation: EncounterProcedureRecordedV1, occasion: Occasion): Promise<void> {
    const { procedureId, patientId, encounterId, procedureCode, revision } = operation;
    const person = await this.people.lock(tx, patientId);
    const known = await knownOf(tx, procedureId);
    if (known && known.revision >= revision) return;
    const at = performedAt(operation, occasion);
    await tx.query(RECORD, [procedureId, patientId, encounterId, procedureCode, at, revision]);
    if (known?.planId) await this.redating.move(tx, known.planId, anchoring(at, occasion), occasion);
    else if (!person.deceased) await this.followUp(tx, person, operation, at, occasion);
  }

  /** The code was wrong: what was planned by it ends, unless the right one, which is told next, plans the same. */
  async withdraw(tx: EntityManager, operation: EncounterProcedureWithdrawnV1, occasion: Occasion): Promise<void> {
    const { procedureId, patientId, encounterId, procedureCode, revision } = operation;
    const person = await this.people.lock(tx, patientId);
    const known = await knownOf(tx, procedureId);
    if (known && known.revision >= revision) return;
    const at = momentOf(operation.performedAt, occasion.zone);
    await tx.query(WITHDRAWN, [procedureId, patientId, encounterId, procedureCode, at, revision]);
    if (!known?.planId) return;
    await tx.query(`UPDATE plan SET withdrawal = 'procedure-withdrawn' WHERE id = $1 AND withdrawal IS NULL`, [
      known.planId,
    ]);
    await this.settlement.settle(tx, person, occasion, new Effects());
  }

  /** @returns the plan that the wrong code had made, where it may go on */
  private async goOn(
    tx: EntityManager,
    person: LockedPerson,
    { encounterId, when, code }: { encounterId: string; when: Anchoring; code: string },
    occasion: Occasion,
  ): Promise<string | undefined> {
    const [[plan]]: [{ id: string }[], number] = await tx.query(GOES_ON, [encounterId, when.anchoredOn, code]);
    if (plan) await this.settlement.settle(tx, person, occasion, new Effects());
    return plan?.id;
  }

  private async followUp(
    tx: EntityManager,
    person: LockedPerson,
    operation: EncounterProcedureRecordedV1,
    at: Date,
    occasion: Occasion,
  ): Promise<void> {
    const { patientId, encounterId, departmentCode = null, departmentName = null, procedureCode } = operation;
    const about = { anchor: 'operation', ...operation, procedureCodes: [procedureCode] } as const;
    const chosen = await this.protocols.chooseFor(tx, { ...about, diagnosisCodes: operation.diagnosisCodes ?? [] });
    if (!chosen) return;
    const begun = { patientId, encounterId, dischargeNumber: 0, departmentCode, departmentName } as const;
    const beginning = { ...begun, anchor: 'operation', when: anchoring(at, occasion) } as const;
    const planId =
      (await this.goOn(tx, person, { ...beginning, code: chosen.protocol.code }, occasion)) ??
      (await this.starts.begin(tx, person, beginning, chosen, occasion, new Effects()))?.id;
    if (planId === undefined) return;
    await tx.query('UPDATE operation SET plan_id = $2 WHERE procedure_id = $1', [operation.procedureId, planId]);
  }
}

async function knownOf(tx: EntityManager, procedureId: string): Promise<Known | undefined> {
  const [known]: Known[] = await tx.query(
    'SELECT revision, plan_id AS "planId" FROM operation WHERE procedure_id = $1',
    [procedureId],
  );
  return known;
}

function performedAt({ performedAt: told, dayOnly }: EncounterProcedureRecordedV1, { zone }: Occasion): Date {
  const at = momentOf(told, zone);
  return dayOnly === true ? hourOf(dayOf(at, zone), NOON, zone) : at;
}
