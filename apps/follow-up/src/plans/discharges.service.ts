import type { EncounterDischargeCancelledV1, EncounterDischargedV1 } from '#contracts';
import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import { PeopleStore, type LockedPerson } from '../people/people.store.js';
import { ProtocolsService } from '../protocols/protocols.service.js';
import { InHospitalCare } from '../stays/in-hospital-care.js';
import { VisitCancellations } from '../stays/visit-cancellations.js';
import { SurveyWithdrawal } from '../surveys/survey-withdrawal.js';
import { StaysStore, type Stay } from '../stays/stays.store.js';
import { Effects } from './chronicle.js';
import { recordDischarge } from './discharge-record.js';
import { beginningOf, planOf } from './new-plan.js';
import { PlanStarts } from './plan-starts.js';
import { settle } from './settlement.rules.js';
import { Settlement, type KnownPlan } from './settlement.js';

/** What is known when a discharge arrives. */
interface Arrival {
  person: LockedPerson;
  plans: KnownPlan[];
  openStays: Stay[];
}

/** A discharge makes a plan; a discharge taken back ends it (FU-1, FU-6). */
@Injectable()
export class DischargesService {
  private readonly logger = new Logger(DischargesService.name);

  constructor(
    private readonly people: PeopleStore,
    private readonly stays: StaysStore,
    private readonly cancellations: VisitCancellations,
    private readonly care: InHospitalCare,
    private readonly surveys: SurveyWithdrawal,
    private readonly protocols: ProtocolsService,
    private readonly settlement: Settlement,
    private readonly starts: PlanStarts,
  ) {}

  /** @param reportedAt time of the event: one older than the word that the visit never was changes nothing */
  async discharge(
    tx: EntityManager,
    discharge: EncounterDischargedV1,
    reportedAt: Date,
    occasion: Occasion,
  ): Promise<void> {
    const { encounterId } = discharge;
    const person = await this.people.lock(tx, discharge.patientId);
    let known = await this.settlement.known(tx, person, encounterId);
    const isBack = known.plans.some(isOfCancelled(encounterId)) && (await this.undo(tx, discharge, person, reportedAt));
    if (isBack) known = await this.settlement.known(tx, person, encounterId);
    const { plans, stays } = known;
    const stay = stays.find((each) => each.encounterId === encounterId);
    const effects = new Effects();
    if (isRepeat(discharge, plans, stay, reportedAt)) {
      if (isBack) await this.takeBack(tx, discharge, person, occasion, effects);
      return;
    }
    if (stay?.status === 'open') await this.care.closeOfStay(tx, encounterId, 'discharged', occasion, effects);
    const openStays = stays.filter((each) => each.status === 'open' && each !== stay);
    await this.followUp(tx, discharge, { person, plans, openStays }, occasion, effects);
  }

  async cancelDischarge(
    tx: EntityManager,
    cancelled: EncounterDischargeCancelledV1,
    occasion: Occasion,
  ): Promise<void> {
    const { encounterId, patientId, dischargeNumber } = cancelled;
    const person = await this.people.lock(tx, patientId);
    const effects = new Effects();
    const goesOn = await this.stays.reopen(tx, encounterId, dischargeNumber);
    if (goesOn && !person.deceased) await this.care.open(tx, { encounterId, patientId }, occasion, effects);
    await tx.query(
      `UPDATE plan SET withdrawal = 'discharge-cancelled'
        WHERE encounter_id = $1 AND anchor = 'discharge' AND discharge_number = $2 AND withdrawal IS NULL`,
      [encounterId, dischargeNumber],
    );
    await this.settlement.settle(tx, person, occasion, effects);
  }

  /** Nobody withdraws a plan meanwhile: the person is locked. @returns whether the visit was after all */
  private undo(
    tx: EntityManager,
    { encounterId, dischargeNumber }: EncounterDischargedV1,
    person: LockedPerson,
    reportedAt: Date,
  ): Promise<boolean> {
    return this.cancellations.undoByDischarge(tx, encounterId, dischargeNumber, person.ids, reportedAt);
  }

  /** The visit was cancelled by mistake: its discharge, told again under its number, lets the plan it had go on. */
  private async takeBack(
    tx: EntityManager,
    discharge: EncounterDischargedV1,
    person: LockedPerson,
    occasion: Occasion,
    effects: Effects,
  ): Promise<void> {
    const deceased = person.deceased || discharge.deceased;
    await recordDischarge(tx, { ...discharge, deceased }, beginningOf(discharge, occasion).when, undefined);
    await this.settlement.settle(tx, { ...person, deceased }, occasion, effects);
  }

  private async followUp(
    tx: EntityManager,
    discharge: EncounterDischargedV1,
    { person, plans, openStays }: Arrival,
    occasion: Occasion,
    effects: Effects,
  ): Promise<void> {
    const deceased = person.deceased || discharge.deceased;
    if (deceased) {
      await this.care.closeOfPerson(tx, person.ids, 'deceased', occasion, effects);
      await this.surveys.ofPerson(tx, person.ids, 'deceased', occasion, effects);
    }
    const beginning = beginningOf(discharge, occasion);
    const chosen = deceased ? undefined : await this.protocols.chooseFor(tx, { anchor: 'discharge', ...discharge });
    const created = chosen && planOf(beginning, chosen.protocol, occasion);
    const all = created ? [...plans, created.plan] : plans;
    const decided = settle({ ...person, deceased, plans: all, openStays });
    if (created) await this.starts.place(tx, created, all, decided);
    await recordDischarge(tx, { ...discharge, deceased }, beginning.when, created);
    if (created) await this.starts.tellOf(tx, created, chosen.because, occasion, effects);
    else this.logger.log({ encounterId: discharge.encounterId, deceased }, 'A discharge without a follow-up plan');
    await this.settlement.carryOut(tx, all, decided, occasion, effects);
  }
}

/** Hardly ever, and every discharge asks: the plans that are read anyhow say so. */
function isOfCancelled(encounterId: string) {
  return (plan: KnownPlan) => plan.encounterId === encounterId && plan.withdrawal === 'visit-cancelled';
}

/**
 * The bus drops repeats of an event; these are repeats it cannot know, for instance in a history replayed from the start.
 * A discharge that made no plan is looked at again: its protocol may have come since.
 */
function isRepeat(
  discharge: EncounterDischargedV1,
  plans: KnownPlan[],
  stay: Stay | undefined,
  reportedAt: Date,
): boolean {
  const { encounterId, dischargeNumber } = discharge;
  const ofThis = (plan: KnownPlan) =>
    plan.anchor === 'discharge' && plan.encounterId === encounterId && plan.dischargeNumber === dischargeNumber;
  if (plans.some(ofThis)) return true;
  if (stay === undefined) return false;
  if (stay.cancelledAt !== null && stay.status === 'cancelled' && reportedAt < new Date(stay.cancelledAt)) return true;
  return stay.dischargeNumber > dischargeNumber || (stay.dischargeNumber === dischargeNumber && stay.status === 'open');
}
