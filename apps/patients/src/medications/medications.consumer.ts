import { HisMedicationDispensedV1, HisMedicationOrderedV1, HisMedicationStoppedV1 } from '#contracts';
import { EventContext, OnEvent, type ReceivedEvent } from '#event-bus';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Medications } from './medications.service.js';

/** What hospital systems and pharmacies report of drugs. */
@Controller()
export class MedicationsConsumer {
  constructor(private readonly medications: Medications) {}

  @OnEvent(HisMedicationOrderedV1)
  ordered(@Payload() event: ReceivedEvent<HisMedicationOrderedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.medications.receive(tx, event);
  }

  @OnEvent(HisMedicationDispensedV1)
  dispensed(@Payload() event: ReceivedEvent<HisMedicationDispensedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.medications.receive(tx, event);
  }

  @OnEvent(HisMedicationStoppedV1)
  stopped(@Payload() event: ReceivedEvent<HisMedicationStoppedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.medications.receive(tx, event);
  }
}
