import {
  EncounterAdmittedV1,
  EncounterCancelledV1,
  EncounterDischargeCancelledV1,
  EncounterDischargedV1,
  EncounterProcedureRecordedV1,
  EncounterProcedureWithdrawnV1,
  EncounterRegisteredV1,
} from '#contracts';
import { OnEvent, type EventContext, type ReceivedEvent } from '#event-bus';
import { Clock } from '#platform';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { occasionAt, type Occasion } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { DischargesService } from '../plans/discharges.service.js';
import { Sampling } from '../surveys/sampling.js';
import { SurveyWithdrawal } from '../surveys/survey-withdrawal.js';
import { AdmissionsService } from './admissions.service.js';
import { OperationsService } from './operations.service.js';
import { VisitsService } from './visits.service.js';

/** What happens to stays, as the patients service tells it. */
@Controller()
export class EncountersConsumer {
  constructor(
    private readonly admissions: AdmissionsService,
    private readonly discharges: DischargesService,
    private readonly sampling: Sampling,
    private readonly withdrawal: SurveyWithdrawal,
    private readonly visits: VisitsService,
    private readonly operations: OperationsService,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  @OnEvent(EncounterAdmittedV1)
  async onAdmitted(@Payload() event: ReceivedEvent<EncounterAdmittedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    await this.admissions.admit(tx, event.data, new Date(event.time), this.occasion(event));
  }

  @OnEvent(EncounterRegisteredV1)
  async onRegistered(
    @Payload() event: ReceivedEvent<EncounterRegisteredV1>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.visits.register(tx, event.data, new Date(event.time), this.occasion(event));
    if (event.data.class !== 'outpatient') return;
    const visit = { ...event.data, countedFrom: event.data.startedAt };
    await this.sampling.draw(tx, 'outpatient-visit', visit, this.occasion(event));
  }

  @OnEvent(EncounterProcedureRecordedV1)
  async onProcedure(
    @Payload() event: ReceivedEvent<EncounterProcedureRecordedV1>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.operations.record(tx, event.data, this.occasion(event));
  }

  @OnEvent(EncounterProcedureWithdrawnV1)
  async onProcedureWithdrawn(
    @Payload() event: ReceivedEvent<EncounterProcedureWithdrawnV1>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.operations.withdraw(tx, event.data, this.occasion(event));
  }

  @OnEvent(EncounterCancelledV1)
  async onCancelled(@Payload() event: ReceivedEvent<EncounterCancelledV1>, @Ctx() { tx }: EventContext): Promise<void> {
    await this.admissions.cancelVisit(tx, event.data, new Date(event.time), this.occasion(event));
    await this.withdrawal.ofVisit(tx, event.data.encounterId, 'visit-cancelled', this.occasion(event));
  }

  @OnEvent(EncounterDischargedV1)
  async onDischarged(
    @Payload() event: ReceivedEvent<EncounterDischargedV1>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.discharges.discharge(tx, event.data, new Date(event.time), this.occasion(event));
    if (event.data.class !== 'inpatient') return;
    const stay = { ...event.data, countedFrom: event.data.dischargedAt };
    await this.sampling.draw(tx, 'discharge', stay, this.occasion(event));
  }

  @OnEvent(EncounterDischargeCancelledV1)
  async onDischargeCancelled(
    @Payload() event: ReceivedEvent<EncounterDischargeCancelledV1>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    await this.discharges.cancelDischarge(tx, event.data, this.occasion(event));
    await this.withdrawal.ofVisit(tx, event.data.encounterId, 'discharge-cancelled', this.occasion(event));
  }

  private occasion(event: ReceivedEvent): Occasion {
    return occasionAt(this.clock.now(), this.config.hospitalZone, event.id);
  }
}
