import {
  ConsentChangedV1,
  PERSON_STATES,
  PersonDeathRevokedV1,
  PersonDeceasedV1,
  PersonMergedV1,
  PersonStateChangedV1,
  PersonUnmergedV1,
  type StandingAfterUnmerge,
} from '#contracts';
import { OnEvent, type EventContext, type ReceivedEvent } from '#event-bus';
import { Clock } from '#platform';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { occasionAt, type Occasion } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { MergedCases } from '../green-channel/merged-cases.js';
import { Effects } from '../plans/chronicle.js';
import { Settlement } from '../plans/settlement.js';
import type { EntityManager } from 'typeorm';
import { PeopleStore, type Word } from './people.store.js';

/** Death, wishes and merges, as the patients service tells them (PT-3, PT-9, PT-11). */
@Controller()
export class PeopleConsumer {
  constructor(
    private readonly people: PeopleStore,
    private readonly settlement: Settlement,
    private readonly cases: MergedCases,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  @OnEvent(PersonDeceasedV1)
  async onDeceased(@Payload() event: ReceivedEvent<PersonDeceasedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    const { patientId } = event.data;
    const person = await this.people.lock(tx, patientId);
    if (!(await this.people.markDeceased(tx, patientId, new Date(event.time)))) return;
    await this.settlement.settle(tx, { ...person, deceased: true }, this.occasion(event), new Effects());
  }

  /** Nothing that ended with the death comes back by itself: a person decides whom to call again. */
  @OnEvent(PersonDeathRevokedV1)
  async onDeathRevoked(
    @Payload() event: ReceivedEvent<PersonDeathRevokedV1>,
    @Ctx() { tx }: EventContext,
  ): Promise<void> {
    const person = await this.people.lock(tx, event.data.patientId);
    await this.people.revokeDeath(tx, person.ids, new Date(event.time));
  }

  @OnEvent(PersonMergedV1)
  async onMerged(@Payload() event: ReceivedEvent<PersonMergedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    const { survivorId, retiredId } = event.data;
    const person = await this.people.lock(tx, survivorId, retiredId);
    await this.people.merge(tx, survivorId, retiredId);
    await this.settlement.settle(tx, person, this.occasion(event), new Effects());
    await this.cases.unite(tx, person.ids, this.occasion(event));
  }

  /** What a cure or a wish ended does not come back by itself either. */
  @OnEvent(PersonStateChangedV1)
  async onState(@Payload() event: ReceivedEvent<PersonStateChangedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    const { patientId, state, holds, since } = event.data;
    await this.obey(tx, event, patientId, state, { holds, since });
  }

  @OnEvent(ConsentChangedV1)
  async onConsent(@Payload() event: ReceivedEvent<ConsentChangedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    const { patientId, purpose, allowed, since } = event.data;
    if (purpose === 'follow-up') await this.obey(tx, event, patientId, purpose, { holds: allowed, since });
  }

  private async obey(
    tx: EntityManager,
    event: ReceivedEvent,
    patientId: string,
    word: Word,
    told: { holds: boolean; since: string },
  ): Promise<void> {
    const { ids } = await this.people.lock(tx, patientId);
    await this.people.tell(tx, ids, word, { ...told, toldAt: event.time });
    await this.settlement.settle(tx, await this.people.lock(tx, patientId), this.occasion(event), new Effects());
  }

  /** Each gets its plans back: one that a discharge of the other had replaced runs again, what a wish ended does not. */
  @OnEvent(PersonUnmergedV1)
  async onUnmerged(@Payload() event: ReceivedEvent<PersonUnmergedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    const { survivorId, retiredId, survivor, retired } = event.data;
    await this.people.lock(tx, survivorId, retiredId);
    await this.people.part(tx, survivorId, retiredId);
    await this.stand(tx, survivorId, survivor, event);
    await this.stand(tx, retiredId, retired, event);
    for (const id of [survivorId, retiredId].sort()) await this.cases.part(tx, id, this.occasion(event));
  }

  private async stand(
    tx: EntityManager,
    patientId: string,
    { deceased, allowedPurposes, states }: StandingAfterUnmerge,
    event: ReceivedEvent,
  ): Promise<void> {
    const { ids } = await this.people.lock(tx, patientId);
    const at = new Date(event.time);
    if (deceased) await this.people.markDeceased(tx, patientId, at);
    else await this.people.revokeDeath(tx, ids, at);
    const told = { since: event.time, toldAt: event.time };
    for (const state of PERSON_STATES) {
      const held = states.find((each) => each.state === state);
      await this.people.tell(tx, ids, state, { ...told, since: held?.since ?? event.time, holds: held !== undefined });
    }
    await this.people.tell(tx, ids, 'follow-up', { ...told, holds: allowedPurposes.includes('follow-up') });
    await this.settlement.settle(tx, await this.people.lock(tx, patientId), this.occasion(event), new Effects());
  }

  private occasion(event: ReceivedEvent): Occasion {
    return occasionAt(this.clock.now(), this.config.hospitalZone, event.id);
  }
}
