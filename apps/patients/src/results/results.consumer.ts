import { HisResultContinuedV1, HisResultReportedV1, HisResultWithdrawnV1 } from '#contracts';
import { EventContext, OnEvent, type ReceivedEvent } from '#event-bus';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Results } from './results.service.js';
import { ResultsStore } from './results.store.js';

/** What laboratory and imaging systems report. */
@Controller()
export class ResultsConsumer {
  constructor(
    private readonly results: Results,
    private readonly store: ResultsStore,
  ) {}

  @OnEvent(HisResultReportedV1)
  reported(@Payload() event: ReceivedEvent<HisResultReportedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.results.receive(tx, event);
  }

  @OnEvent(HisResultWithdrawnV1)
  withdrawn(@Payload() event: ReceivedEvent<HisResultWithdrawnV1>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.results.receive(tx, event);
  }

  @OnEvent(HisResultContinuedV1)
  continued(@Payload() event: ReceivedEvent<HisResultContinuedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.store.addText(tx, event.data);
  }
}
