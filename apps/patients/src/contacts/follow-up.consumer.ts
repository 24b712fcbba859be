import {
  PlanCreatedV1,
  PlanEndedV1,
  PlanPausedV1,
  PlanResumedV1,
  TaskCancelledV1,
  TaskCompletedV1,
  TaskLapsedV1,
  TaskOpenedV1,
} from '#contracts';
import { EventContext, OnEvent, type ReceivedEvent } from '#event-bus';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { answerOfTask } from '../winback/win-back.rules.js';
import { WinBacks } from '../winback/win-backs.service.js';
import { ContactsStore } from './contacts.store.js';
import { contactOfPlan, contactOfTask, type PlanEvent, type TaskEvent } from './follow-up.contacts.js';

/** What follow-up did with people, for their timelines (PT-2). */
@Controller()
export class FollowUpConsumer {
  constructor(
    private readonly contacts: ContactsStore,
    private readonly winBacks: WinBacks,
  ) {}

  @OnEvent(TaskOpenedV1)
  opened(@Payload() event: ReceivedEvent<TaskEvent>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.contacts.add(tx, contactOfTask(event));
  }

  @OnEvent(TaskCompletedV1)
  async completed(@Payload() event: ReceivedEvent<TaskCompletedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    const { patientId, completedAt } = event.data;
    const answer = answerOfTask(event.data);
    // First, for it locks the record to change it: two that only hold it would wait for each other.
    if (answer) await this.winBacks.hear(tx, patientId, answer, new Date(completedAt));
    await this.contacts.add(tx, contactOfTask(event));
  }

  @OnEvent(TaskLapsedV1)
  lapsed(@Payload() event: ReceivedEvent<TaskEvent>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.contacts.add(tx, contactOfTask(event));
  }

  @OnEvent(TaskCancelledV1)
  cancelled(@Payload() event: ReceivedEvent<TaskEvent>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.contacts.add(tx, contactOfTask(event));
  }

  @OnEvent(PlanCreatedV1)
  created(@Payload() event: ReceivedEvent<PlanEvent>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.contacts.add(tx, contactOfPlan(event));
  }

  @OnEvent(PlanPausedV1)
  paused(@Payload() event: ReceivedEvent<PlanEvent>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.contacts.add(tx, contactOfPlan(event));
  }

  @OnEvent(PlanResumedV1)
  resumed(@Payload() event: ReceivedEvent<PlanEvent>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.contacts.add(tx, contactOfPlan(event));
  }

  @OnEvent(PlanEndedV1)
  ended(@Payload() event: ReceivedEvent<PlanEvent>, @Ctx() { tx }: EventContext): Promise<void> {
    return this.contacts.add(tx, contactOfPlan(event));
  }
}
