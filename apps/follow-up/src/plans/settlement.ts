import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import type { LockedPerson } from '../people/people.store.js';
import { InHospitalCare } from '../stays/in-hospital-care.js';
import { StaysStore } from '../stays/stays.store.js';
import { Chronicle, type Effects } from './chronicle.js';
import { PlanChanges, type ChangedPlan } from './plan-changes.js';
import { settle, type PlanChange, type PlanFacts } from './settlement.rules.js';

export interface KnownPlan extends PlanFacts, ChangedPlan {}

/** Lets the plans of a person follow from what is known of the person. The person is locked. */
@Injectable()
export class Settlement {
  constructor(
    private readonly stays: StaysStore,
    private readonly care: InHospitalCare,
    private readonly changes: PlanChanges,
    private readonly chronicle: Chronicle,
  ) {}

  /** All plans of a person, ended ones too, locked against the calendar and against nurses. */
  async plansOf(tx: EntityManager, person: LockedPerson): Promise<KnownPlan[]> {
    return tx.query(
      `SELECT id, patient_id AS "patientId", encounter_id AS "encounterId", discharge_number AS "dischargeNumber",
              left_at AS "leftAt", left_on::text AS "leftOn", status, end_reason AS "endReason", withdrawal
         FROM plan WHERE patient_id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
      [person.ids],
    );
  }

  /** Settles after a fact changed, and writes everything that came of it. */
  async settle(tx: EntityManager, person: LockedPerson, occasion: Occasion, effects: Effects): Promise<void> {
    const plans = await this.plansOf(tx, person);
    const openStays = plans.length === 0 ? [] : await this.stays.openOf(tx, person.ids);
    if (person.deceased) await this.care.closeOfPerson(tx, person.ids, 'deceased', occasion, effects);
    await this.carryOut(tx, plans, settle({ deceased: person.deceased, plans, openStays }), occasion, effects);
  }

  /** Carries decisions out and writes everything that came of them. */
  async carryOut(
    tx: EntityManager,
    plans: ChangedPlan[],
    decided: PlanChange[],
    occasion: Occasion,
    effects: Effects,
  ): Promise<void> {
    for (const change of decided) {
      const plan = plans.find(({ id }) => id === change.planId);
      if (plan) await this.changes.apply(tx, plan, change, occasion, effects);
    }
    await this.chronicle.write(tx, effects, occasion);
  }
}
