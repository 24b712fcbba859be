import { prepared } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Day } from '../calendar/hospital-day.rules.js';
import type { Occasion } from '../calendar/occasion.js';
import { GreenChannelClosing } from '../green-channel/green-channel.closing.js';
import { PatientLinks } from '../patient-pages/patient-links.js';
import { Joining } from './joining.js';
import type { LockedPerson } from '../people/people.store.js';
import { InHospitalCare } from '../stays/in-hospital-care.js';
import { SurveyWithdrawal } from '../surveys/survey-withdrawal.js';
import type { Stay } from '../stays/stays.store.js';
import { Chronicle, type Effects } from './chronicle.js';
import { PlanChanges, type ChangedPlan } from './plan-changes.js';
import { settle, type PlanChange, type PlanFacts } from './settlement.rules.js';

export interface KnownPlan extends PlanFacts, ChangedPlan {
  anchoredOn: Day;
}

export interface Known {
  /** Every plan under any id of the person, ended ones too. */
  plans: KnownPlan[];
  /** The stays that go on, and the one asked for, whatever became of it. */
  stays: Stay[];
}

type StandingPlan = ChangedPlan & Pick<PlanFacts, 'status'>;

/** One statement, because every discharge asks. */
const KNOWN = `
  WITH plans AS (
    SELECT id, patient_id AS "patientId", encounter_id AS "encounterId", discharge_number AS "dischargeNumber",
           anchor, anchored_on AS "anchoredOn", protocol_code AS "protocolCode", department_code AS "departmentCode",
           left_at AS "leftAt", left_on AS "leftOn", status, end_reason AS "endReason", withdrawal
      FROM plan WHERE patient_id = ANY($1::uuid[]) ORDER BY id FOR UPDATE
  ), stays AS (
    SELECT encounter_id AS "encounterId", status, last_seen_on AS "lastSeenOn", discharge_number AS "dischargeNumber",
           cancelled_at AS "cancelledAt"
      FROM stay WHERE (patient_id = ANY($1::uuid[]) AND status = 'open') OR encounter_id = $2
     ORDER BY encounter_id
  )
  SELECT to_json(plans) AS plan, NULL AS stay FROM plans UNION ALL SELECT NULL, to_json(stays) FROM stays`;

/** Lets the plans of a person follow from what is known of the person. The person is locked. */
@Injectable()
export class Settlement {
  constructor(
    private readonly care: InHospitalCare,
    private readonly links: PatientLinks,
    private readonly greenChannel: GreenChannelClosing,
    private readonly surveys: SurveyWithdrawal,
    private readonly changes: PlanChanges,
    private readonly chronicle: Chronicle,
    private readonly joining: Joining,
  ) {}

  /** What is known of a person, with the plans locked against the calendar and against nurses. */
  async known(tx: EntityManager, person: LockedPerson, encounterId?: string): Promise<Known> {
    const rows = await prepared<{ plan: KnownPlan | null; stay: Stay | null }>(tx, 'plans.known', KNOWN, [
      person.ids,
      encounterId ?? null,
    ]);
    return {
      plans: rows.flatMap(({ plan }) => (plan ? [{ ...plan, leftAt: new Date(plan.leftAt) }] : [])),
      stays: rows.flatMap(({ stay }) => (stay ? [stay] : [])),
    };
  }

  /** Settles after a fact changed, and writes everything that came of it. */
  async settle(tx: EntityManager, person: LockedPerson, occasion: Occasion, effects: Effects): Promise<void> {
    const { plans, stays: openStays } = await this.known(tx, person);
    if (person.deceased) await this.lastCare(tx, person.ids, occasion, effects);
    else if (person.barredBy) await this.care.closeAtWill(tx, person.ids, person.barredBy, occasion, effects);
    const bar = person.deceased ? 'deceased' : person.barredBy;
    if (bar) await this.surveys.ofPerson(tx, person.ids, bar, occasion, effects);
    const decided = settle({ ...person, plans, openStays });
    // A merge taken back leaves a contact whose stand-in is another person's now.
    if (plans.length === 1) await this.joining.settle(tx, runningAfter(plans, decided), occasion, effects);
    await this.carryOut(tx, plans, decided, occasion, effects);
  }

  /** What is not of a plan ends with the person, too. */
  private async lastCare(tx: EntityManager, ids: string[], occasion: Occasion, effects: Effects): Promise<void> {
    await this.care.closeOfPerson(tx, ids, 'deceased', occasion, effects);
    await this.links.revokeOfPerson(tx, ids, 'deceased', occasion.now);
    await this.greenChannel.closeOfPerson(tx, ids, occasion.now, effects);
  }

  /** Carries decisions out and writes everything that came of them. */
  async carryOut(
    tx: EntityManager,
    plans: StandingPlan[],
    decided: PlanChange[],
    occasion: Occasion,
    effects: Effects,
  ): Promise<void> {
    for (const change of decided) {
      const plan = plans.find(({ id }) => id === change.planId);
      if (plan) await this.changes.apply(tx, plan, change, occasion, effects);
    }
    const running = runningAfter(plans, decided);
    if (plans.length > 1) await this.joining.settle(tx, running, occasion, effects);
    await this.chronicle.write(tx, effects, occasion);
  }
}

/** The plans that run once what was decided is carried out. */
export function runningAfter(plans: StandingPlan[], decided: PlanChange[]): string[] {
  return plans
    .filter(({ id, status }) => (decided.find(({ planId }) => planId === id)?.status ?? status) === 'active')
    .map(({ id }) => id);
}
