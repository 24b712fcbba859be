import {
  ComplaintsErasureReportedV1,
  ErasureReport,
  FollowUpErasureReportedV1,
  HisErasureReportedV1,
  StaffErasureReportedV1,
} from '#contracts';
import { EventContext, OnEvent, type ReceivedEvent } from '#event-bus';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { ErasureReports } from './erasure-reports.service.js';

/** What the other services say about erasures (PT-9). */
@Controller()
export class ErasureReportsConsumer {
  constructor(private readonly reports: ErasureReports) {}

  @OnEvent(FollowUpErasureReportedV1)
  followUp(@Payload() event: ReceivedEvent<ErasureReport>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.reports.take(tx, 'follow-up', event.data);
  }

  @OnEvent(ComplaintsErasureReportedV1)
  complaints(@Payload() event: ReceivedEvent<ErasureReport>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.reports.take(tx, 'complaints', event.data);
  }

  @OnEvent(HisErasureReportedV1)
  his(@Payload() event: ReceivedEvent<ErasureReport>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.reports.take(tx, 'his', event.data);
  }

  @OnEvent(StaffErasureReportedV1)
  staff(@Payload() event: ReceivedEvent<ErasureReport>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.reports.take(tx, 'staff', event.data);
  }
}
