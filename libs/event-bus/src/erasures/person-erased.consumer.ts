import { PersonErasedV1 } from '#contracts';
import { Erasures, Jobs } from '#platform';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { EventContext, type ReceivedEvent } from '../consumer/event-context.js';
import { OnEvent } from '../consumer/on-event.js';
import { ErasureJob } from './erasure.job.js';

/** Takes the order to erase a person (PT-9). For the controllers of every service but patients, which gives it. */
@Controller()
export class PersonErasedConsumer {
  constructor(
    private readonly erasures: Erasures,
    private readonly jobs: Jobs,
  ) {}

  @OnEvent(PersonErasedV1)
  async onErased(@Payload() { data }: ReceivedEvent<PersonErasedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    const { erasureId: id, patientId, patientIds, recordNumbers, erasedAt, keepUntil } = data;
    await this.erasures.accept(tx, {
      ...{ id, patientId, patientIds, recordNumbers },
      erasedAt: new Date(erasedAt),
      keepUntil: keepUntil === undefined ? null : new Date(keepUntil),
    });
    await this.jobs.enqueue(tx, ErasureJob, {});
  }
}
