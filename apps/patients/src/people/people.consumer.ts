import { HisPatientUpdatedV1 } from '#contracts';
import { EventContext, OnEvent, Outbox, type ReceivedEvent } from '#event-bus';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Encounters } from '../encounters/encounters.service.js';
import { Reports } from '../reports/reports.service.js';
import { ReportedPeople } from './reported-people.service.js';

/** What the hospital systems report about people, and in passing about a visit they know of (A08). */
@Controller()
export class PeopleConsumer {
  constructor(
    private readonly reports: Reports,
    private readonly reported: ReportedPeople,
    private readonly encounters: Encounters,
    private readonly outbox: Outbox,
  ) {}

  @OnEvent(HisPatientUpdatedV1)
  async described(@Payload() event: ReceivedEvent<HisPatientUpdatedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    const { visit } = event.data;
    if (visit) return this.encounters.receive(tx, { ...event, data: { ...event.data, visit } }, 'described');
    const times = await this.reports.open(tx, event);
    if (!times) return;
    const { drafts, remarks } = await this.reported.receive(tx, event.data, times);
    await this.outbox.appendAll(tx, drafts);
    await this.reports.remark(tx, event, remarks);
  }
}
