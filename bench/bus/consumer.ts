import 'reflect-metadata';
import { EncounterDischargedV1, PersonUpdatedV1 } from '#contracts';
import {
  connectEventBus,
  eventBusMigrations,
  EventBusModule,
  EventContext,
  OnEvent,
  OnEventBatch,
  type ReceivedEvent,
} from '#event-bus';
import { Clock, createService, platformMigrations, PlatformModule, ServiceConfig } from '#platform';
import { Controller, Module } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { serveCommands } from '../harness/child.js';
import { CreateBenchTables1700000000002 } from './tables.js';

@Controller()
class EffectsConsumer {
  constructor(private readonly clock: Clock) {}

  @OnEvent(PersonUpdatedV1)
  async one(@Payload() event: ReceivedEvent<PersonUpdatedV1>, @Ctx() context: EventContext): Promise<void> {
    await context.tx.query('INSERT INTO effect (event_id, key, handled_at) VALUES ($1, $2, $3)', [
      event.id,
      event.partitionkey,
      this.clock.now(),
    ]);
  }

  @OnEventBatch(EncounterDischargedV1)
  async many(@Payload() events: ReceivedEvent<EncounterDischargedV1>[], @Ctx() context: EventContext): Promise<void> {
    await context.tx.query(
      'INSERT INTO effect (event_id, key, handled_at) SELECT *, $3 FROM unnest($1::uuid[], $2::uuid[])',
      [events.map((event) => event.id), events.map((event) => event.partitionkey), this.clock.now()],
    );
  }
}

@Module({
  imports: [
    PlatformModule.forService({
      service: 'follow-up',
      config: ServiceConfig,
      database: {
        entities: [],
        migrations: [...platformMigrations, ...eventBusMigrations, CreateBenchTables1700000000002],
      },
    }),
    EventBusModule.forService('follow-up'),
  ],
  controllers: [EffectsConsumer],
})
class ConsumerModule {}

const app = await createService(ConsumerModule, connectEventBus);
await app.init();
await app.startAllMicroservices();
serveCommands({});
