import type { EncounterAdmittedV1, EncounterCancelledV1 } from '#contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dayOf, momentOf } from '../calendar/hospital-day.rules.js';
import type { Occasion } from '../calendar/occasion.js';
import { PeopleStore, type LockedPerson } from '../people/people.store.js';
import { Effects } from '../plans/chronicle.js';
import { anchoring } from '../plans/new-plan.js';
import { PlanStarts } from '../plans/plan-starts.js';
import { Settlement } from '../plans/settlement.js';
import { ProtocolsService } from '../protocols/protocols.service.js';
import { InHospitalCare } from './in-hospital-care.js';
import { StaysStore } from './stays.store.js';
import { VisitCancellations } from './visit-cancellations.js';

/** An admission opens in-hospital care, begins a plan where a protocol counts from it, and pauses those that run; a visit that never was takes both back (FU-1, FU-6). */
@Injectable()
export class AdmissionsService {
  constructor(
    private readonly people: PeopleStore,
    private readonly stays: StaysStore,
    private readonly cancellations: VisitCancellations,
    private readonly care: InHospitalCare,
    private readonly settlement: Settlement,
    private readonly protocols: ProtocolsService,
    private readonly starts: PlanStarts,
  ) {}

  async admit(tx: EntityManager, admission: EncounterAdmittedV1, reportedAt: Date, occasion: Occasion): Promise<void> {
    const { encounterId, patientId, departmentCode } = admission;
    const person = await this.people.lock(tx, patientId);
    const on = dayOf(momentOf(admission.admittedAt, occasion.zone), occasion.zone);
    if (!(await this.stays.open(tx, { encounterId, patientId, departmentCode, on, reportedAt }))) return;
    await this.cancellations.undo(tx, encounterId, person.ids, reportedAt);
    const effects = new Effects();
    if (!person.deceased) await this.care.open(tx, { encounterId, patientId }, occasion, effects);
    await this.settlement.settle(tx, person, occasion, effects);
    if (!person.deceased) await this.followUp(tx, person, admission, occasion);
  }

  /** FU-5: what is to be done while the patient is in, counted from the admission; as shipped, no protocol is for that. */
  private async followUp(
    tx: EntityManager,
    person: LockedPerson,
    admission: EncounterAdmittedV1,
    occasion: Occasion,
  ): Promise<void> {
    const about = { anchor: 'admission', ...admission, diagnosisCodes: [], procedureCodes: [] } as const;
    const chosen = await this.protocols.chooseFor(tx, about);
    if (!chosen) return;
    const { patientId, encounterId, departmentCode = null, departmentName = null } = admission;
    const when = anchoring(momentOf(admission.admittedAt, occasion.zone), occasion);
    const place = { departmentCode, departmentName, dischargeNumber: 0 };
    const begun = { patientId, encounterId, anchor: 'admission', when, ...place } as const;
    await this.starts.begin(tx, person, begun, chosen, occasion, new Effects());
  }

  async cancelVisit(
    tx: EntityManager,
    { encounterId, patientId }: EncounterCancelledV1,
    reportedAt: Date,
    occasion: Occasion,
  ): Promise<void> {
    const person = await this.people.lock(tx, patientId);
    const effects = new Effects();
    await this.stays.cancel(tx, encounterId, reportedAt);
    await this.care.closeOfStay(tx, encounterId, 'visit-cancelled', occasion, effects);
    await this.cancellations.record(tx, encounterId, reportedAt);
    await this.settlement.settle(tx, person, occasion, effects);
  }
}
