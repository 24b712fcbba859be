import { PersonMergedV1, PersonUnmergedV1 } from '#contracts';
import { EventContext, OnEvent, type ReceivedEvent } from '#event-bus';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { PeopleStore } from './people.store.js';

/** Merges of patients, as the patients service tells them (PT-3): tickets keep the id they were born with. */
@Controller()
export class PeopleConsumer {
  constructor(private readonly people: PeopleStore) {}

  @OnEvent(PersonMergedV1)
  async onMerged(@Payload() { data }: ReceivedEvent<PersonMergedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    await this.people.merge(tx, data.survivorId, data.retiredId);
  }

  @OnEvent(PersonUnmergedV1)
  async onUnmerged(@Payload() { data }: ReceivedEvent<PersonUnmergedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    await this.people.part(tx, data.survivorId, data.retiredId);
  }
}
