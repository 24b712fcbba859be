import {
  ConsentChangedV1,
  EncounterAdmittedV1,
  EncounterCancelledV1,
  EncounterDischargeCancelledV1,
  EncounterDischargedV1,
  EncounterProcedureRecordedV1,
  EncounterProcedureWithdrawnV1,
  EncounterRegisteredV1,
  PersonDeceasedV1,
  PersonMergedV1,
} from '#contracts';
import { eventBusMigrations } from '#event-bus';
import { newId, platformMigrations } from '#platform';
import { eventually, startTestService, type TestService } from '#testing';
import { expect } from '@jest/globals';
import { FollowUpModule } from '../src/follow-up.module.js';
import { followUpMigrations } from '../src/migrations/index.js';
import type { Plan, PlanDetail } from '../src/plans/plans.dto.js';
import type { Task } from '../src/tasks/tasks.dto.js';

export interface Stay {
  patientId: string;
  encounterId: string;
}

/** A new stay, of a new patient unless told whose. */
export const aStay = (patientId: string = newId()): Stay => ({ patientId, encounterId: newId() });

export const aDischarge = (stay: Stay, over: Partial<EncounterDischargedV1> = {}): EncounterDischargedV1 => ({
  ...stay,
  class: 'inpatient',
  dischargeNumber: 1,
  dischargedAt: '2026-03-02T10:15:00+08:00',
  diagnosisCodes: [],
  procedureCodes: [],
  deceased: false,
  ...over,
});

const SERVICE = {
  service: 'follow-up',
  module: FollowUpModule,
  migrations: [...platformMigrations, ...eventBusMigrations, ...followUpMigrations],
  // A hopeless event is parked at its second failure, not after half a minute.
  environment: { EVENT_ATTEMPTS: '2' },
};

/** The follow-up service with the patients service played by the test. */
export class Hospital {
  private constructor(readonly service: TestService) {}

  /**
   * By default discharges are followed up by version 1 of the discharge protocol, whose steps are FU-2's visits alone;
   * `asShipped` by the newest, which sends a rehabilitation message, too.
   */
  static async open(environment: Record<string, string> = {}, { asShipped = false } = {}): Promise<Hospital> {
    const service = await startTestService({ ...SERVICE, environment: { ...SERVICE.environment, ...environment } });
    if (!asShipped) {
      await service.source.query(
        `UPDATE protocol SET status = CASE version WHEN 1 THEN 'published' ELSE 'retired' END
          WHERE code = 'discharge-default'`,
      );
    }
    return new Hospital(service);
  }

  /** A second process of the service, on the same database. */
  replica(): Promise<TestService> {
    return startTestService({ ...SERVICE, replicaOf: this.service });
  }

  async close(): Promise<void> {
    await this.service.stop();
  }

  async admit(stay: Stay, admittedAt: string): Promise<void> {
    await this.service.publish(EncounterAdmittedV1, { ...stay, class: 'inpatient', admittedAt });
  }

  async discharge(stay: Stay, over: Partial<EncounterDischargedV1> = {}): Promise<void> {
    await this.service.publish(EncounterDischargedV1, aDischarge(stay, over));
  }

  async operate(stay: Stay, performedAt: string, over: Partial<EncounterProcedureRecordedV1> = {}): Promise<void> {
    await this.service.publish(EncounterProcedureRecordedV1, {
      procedureId: newId(),
      revision: 1,
      ...stay,
      class: 'inpatient',
      procedureCode: '47.01',
      performedAt,
      ...over,
    });
  }

  /** The code of an operation was wrong. */
  async recode(stay: Stay, procedureId: string, revision: number): Promise<void> {
    const performedAt = '2026-03-01T10:00:00+08:00';
    const which = { procedureId, revision, ...stay, class: 'inpatient' as const, procedureCode: '47.01', performedAt };
    await this.service.publish(EncounterProcedureWithdrawnV1, { ...which, replacedBy: newId() });
  }

  async register(visit: Stay, startedAt: string, over: Partial<EncounterRegisteredV1> = {}): Promise<void> {
    await this.service.publish(EncounterRegisteredV1, { ...visit, class: 'outpatient', startedAt, ...over });
  }

  async cancelDischarge(stay: Stay, dischargeNumber = 1): Promise<void> {
    await this.service.publish(EncounterDischargeCancelledV1, { ...stay, class: 'inpatient', dischargeNumber });
  }

  async cancelVisit(stay: Stay): Promise<void> {
    await this.service.publish(EncounterCancelledV1, { ...stay, class: 'inpatient' });
  }

  async die(patientId: string): Promise<void> {
    await this.service.publish(PersonDeceasedV1, { patientId });
  }

  /** Wants no follow-up (PT-9). */
  async withdraw(patientId: string): Promise<void> {
    const since = this.service.clock.now().toISOString();
    await this.service.publish(ConsentChangedV1, { patientId, purpose: 'follow-up', allowed: false, since });
  }

  async merge(survivorId: string, retiredId: string): Promise<void> {
    await this.service.publish(PersonMergedV1, { survivorId, retiredId });
  }

  async plans(patientId: string): Promise<Plan[]> {
    const { body } = await this.nurse().get('/follow-up/plans').query({ patientId }).expect(200);
    return body.items;
  }

  async plan(id: string): Promise<PlanDetail> {
    const { body } = await this.nurse().get(`/follow-up/plans/${id}`).expect(200);
    return body;
  }

  /** Waits until every event published so far has been handled. */
  async settled(): Promise<void> {
    const { source, broker } = this.service;
    await eventually(async () => {
      const { state } = await broker.manager.streams.info('patients');
      const [row] = await source.query(
        `SELECT position = $1 OR (SELECT count(*) FROM inbox WHERE stream = 'patients') >= $1 AS done
           FROM consumer_position WHERE stream = 'patients'`,
        [state.last_seq],
      );
      expect(row?.done).toBe(true);
    });
  }

  /** Subjects and errors of what could not be handled. */
  parked(): Promise<{ subject: string; error: string }[]> {
    return this.service.source.query('SELECT subject, error FROM parked_event WHERE resolved_at IS NULL');
  }

  /** Waits for the one plan of a stay. */
  async planOf(stay: Stay): Promise<Plan> {
    return eventually(async () => {
      const query = { filter: `encounterId eq '${stay.encounterId}'` };
      const { body } = await this.nurse().get('/follow-up/plans').query(query).expect(200);
      expect(body.items).toHaveLength(1);
      return body.items[0] as Plan;
    });
  }

  async tasks(query: Record<string, string>): Promise<Task[]> {
    const { body } = await this.nurse().get('/follow-up/tasks').query(query).expect(200);
    return body.items;
  }

  /** Waits until the calendar has opened a task of a plan. */
  opened(planId: string, step: string): Promise<Task> {
    return eventually(async () => {
      const task = (await this.plan(planId)).tasks.find((each) => each.step === step);
      expect(task?.status).toBe('open');
      return task as Task;
    });
  }

  complete(task: { id: string; version: number }, body: object = { outcome: 'reached' }) {
    return this.nurse().post(`/follow-up/tasks/${task.id}/complete`).set('if-match', `"${task.version}"`).send(body);
  }

  nurse() {
    return this.service.api('follow-up-nurse');
  }
}

/** `step status` of each task, in order. */
export const stepsOf = (plan: { tasks: Task[] }) => plan.tasks.map(({ step, status }) => `${step} ${status}`);
