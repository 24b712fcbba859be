import {
  HisDischargeCancelledV1,
  HisVisitAdmittedV1,
  HisVisitCancelledV1,
  HisVisitDischargedV1,
  HisVisitPreadmittedV1,
  HisVisitRegisteredV1,
  HisVisitTransferredV1,
} from '#contracts';
import { EventContext, OnEvent, type ReceivedEvent } from '#event-bus';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Encounters } from './encounters.service.js';
import type { VisitEvent } from './reported-visit.js';

/** What the hospital systems report about visits and stays. */
@Controller()
export class EncountersConsumer {
  constructor(private readonly encounters: Encounters) {}

  @OnEvent(HisVisitPreadmittedV1)
  announced(@Payload() event: ReceivedEvent<VisitEvent>, @Ctx() context: EventContext): Promise<void> {
    return this.encounters.receive(context.tx, event, 'preadmitted');
  }

  @OnEvent(HisVisitAdmittedV1)
  admitted(@Payload() event: ReceivedEvent<VisitEvent>, @Ctx() context: EventContext): Promise<void> {
    return this.encounters.receive(context.tx, event, 'admitted');
  }

  @OnEvent(HisVisitRegisteredV1)
  registered(@Payload() event: ReceivedEvent<VisitEvent>, @Ctx() context: EventContext): Promise<void> {
    return this.encounters.receive(context.tx, event, 'registered');
  }

  @OnEvent(HisVisitTransferredV1)
  transferred(@Payload() event: ReceivedEvent<VisitEvent>, @Ctx() context: EventContext): Promise<void> {
    return this.encounters.receive(context.tx, event, 'transferred');
  }

  @OnEvent(HisVisitDischargedV1)
  discharged(@Payload() event: ReceivedEvent<VisitEvent>, @Ctx() context: EventContext): Promise<void> {
    return this.encounters.receive(context.tx, event, 'discharged');
  }

  @OnEvent(HisVisitCancelledV1)
  cancelled(@Payload() event: ReceivedEvent<VisitEvent>, @Ctx() context: EventContext): Promise<void> {
    return this.encounters.receive(context.tx, event, 'cancelled');
  }

  @OnEvent(HisDischargeCancelledV1)
  dischargeCancelled(@Payload() event: ReceivedEvent<VisitEvent>, @Ctx() context: EventContext): Promise<void> {
    return this.encounters.receive(context.tx, event, 'discharge-cancelled');
  }
}
