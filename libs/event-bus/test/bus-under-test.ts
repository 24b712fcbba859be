import { EncounterDischargedV1, PersonRegisteredV1, PersonUpdatedV1 } from '#contracts';
import {
  EventBusModule,
  EventContext,
  OnEvent,
  OnEventBatch,
  eventBusMigrations,
  type ReceivedEvent,
} from '#event-bus';
import { platformMigrations, PlatformModule, ServiceConfig } from '#platform';
import { Controller, Module } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the handlers under test did, as rows: an effect is there exactly when its transaction was committed. */
export class CreateEffects1700000000001 implements MigrationInterface {
  readonly name = 'CreateEffects1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE effect (seq bigint GENERATED ALWAYS AS IDENTITY, event_id uuid NOT NULL, key text NOT NULL,
                            note text NOT NULL, batch int NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE effect');
  }
}

export const busMigrations = [...platformMigrations, ...eventBusMigrations, CreateEffects1700000000001];

type Behaviour = (event: ReceivedEvent) => Promise<void> | void;

/** Lets a test decide what a handler does besides writing its effect. */
export const behaviour: { current: Behaviour; doubleFired: number } = { current: () => undefined, doubleFired: 0 };

async function record(events: ReceivedEvent[], context: EventContext): Promise<void> {
  for (const event of events) {
    const note = (event.data as { changed?: string[] }).changed?.[0] ?? '';
    await context.tx.query('INSERT INTO effect (event_id, key, note, batch) VALUES ($1, $2, $3, $4)', [
      event.id,
      event.partitionkey,
      note,
      events.length,
    ]);
    await behaviour.current(event);
  }
}

@Controller()
export class EffectsConsumer {
  @OnEvent(PersonUpdatedV1)
  async onUpdated(@Payload() event: ReceivedEvent<PersonUpdatedV1>, @Ctx() context: EventContext): Promise<void> {
    await record([event], context);
  }

  @OnEventBatch(EncounterDischargedV1)
  async onDischarged(
    @Payload() events: ReceivedEvent<EncounterDischargedV1>[],
    @Ctx() context: EventContext,
  ): Promise<void> {
    await record(events, context);
  }

  /** A plain core NATS handler, as a hybrid application has them. */
  @EventPattern('patients.person.registered.v1')
  onCoreNats(@Payload() _event: unknown): void {
    behaviour.doubleFired += 1;
  }

  @OnEvent(PersonRegisteredV1)
  async onRegistered(@Payload() event: ReceivedEvent<PersonRegisteredV1>, @Ctx() context: EventContext): Promise<void> {
    await record([event], context);
  }
}

/** The consuming side: a service that keeps effects of the patients stream. */
@Module({
  imports: [
    PlatformModule.forService({
      service: 'follow-up',
      config: ServiceConfig,
      database: { entities: [], migrations: busMigrations },
    }),
    EventBusModule.forService('follow-up'),
  ],
  controllers: [EffectsConsumer],
})
export class ConsumingModule {}

/** The emitting side: owns the patients stream. */
@Module({
  imports: [
    PlatformModule.forService({
      service: 'patients',
      config: ServiceConfig,
      database: { entities: [], migrations: [...platformMigrations, ...eventBusMigrations] },
    }),
    EventBusModule.forService('patients'),
  ],
})
export class EmittingModule {}
