import { HisPatientsMergedV1 } from '#contracts';
import { EventContext, OnEvent, Outbox, type ReceivedEvent } from '#event-bus';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { ReportedPeople } from '../people/reported-people.service.js';
import { Reports } from '../reports/reports.service.js';

/** Record numbers that the hospital systems retire into others (A40). */
@Controller()
export class MergesConsumer {
  constructor(
    private readonly reports: Reports,
    private readonly reported: ReportedPeople,
    private readonly outbox: Outbox,
  ) {}

  @OnEvent(HisPatientsMergedV1)
  async merged(@Payload() event: ReceivedEvent<HisPatientsMergedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    const times = await this.reports.open(tx, event);
    if (!times) return;
    const { retired } = event.data;
    const isErased = await this.reports.isErased(tx, retired, times.at);
    const { drafts, remarks } = await this.reported.receive(tx, event.data, times, isErased ? undefined : retired);
    await this.outbox.appendAll(tx, drafts);
    await this.reports.remark(tx, event, isErased ? [...remarks, 'merge: the retired number was erased'] : remarks);
  }
}
