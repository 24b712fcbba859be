import 'reflect-metadata';
import { setTimeout as delay } from 'node:timers/promises';
import { contractOf, EncounterDischargedV1, PersonUpdatedV1 } from '#contracts';
import { eventBusMigrations, EventBusModule, Outbox } from '#event-bus';
import { createService, newId, platformMigrations, PlatformModule, ServiceConfig, transact } from '#platform';
import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { serveCommands } from '../harness/child.js';
import { throughput } from '../harness/statistics.js';
import { CreateBenchTables1700000000002 } from './tables.js';

@Module({
  imports: [
    PlatformModule.forService({
      service: 'patients',
      config: ServiceConfig,
      database: {
        entities: [],
        migrations: [...platformMigrations, ...eventBusMigrations, CreateBenchTables1700000000002],
      },
    }),
    EventBusModule.forService('patients'),
  ],
})
class EmitterModule {}

const app = await createService(EmitterModule);
await app.init();
const source = app.get(DataSource);
const outbox = app.get(Outbox);
const discharged = contractOf(EncounterDischargedV1).example;

async function emitOne(): Promise<void> {
  const patientId = newId();
  await transact(source, async (tx) => {
    await tx.query('INSERT INTO origin (id, key) VALUES ($1, $2)', [newId(), patientId]);
    await outbox.append(tx, PersonUpdatedV1, { patientId, changed: ['phones'] });
  });
}

async function emitBatch(size: number): Promise<void> {
  const keys = Array.from({ length: size }, newId);
  await transact(source, async (tx) => {
    await tx.query('INSERT INTO origin (id, key) SELECT * FROM unnest($1::uuid[], $2::uuid[])', [
      keys.map(newId),
      keys,
    ]);
    await outbox.appendAll(
      tx,
      keys.map((patientId) => ({ type: EncounterDischargedV1, data: { ...discharged, patientId } })),
    );
  });
}

serveCommands({
  emit: async ({ total, concurrency, batchSize }: { total: number; concurrency: number; batchSize: number }) =>
    throughput(Math.ceil(total / batchSize), concurrency, () => (batchSize === 1 ? emitOne() : emitBatch(batchSize))),
  /** Open loop: one every 1/rate seconds, whatever the answers do. */
  emitAtRate: async ({ rate, seconds }: { rate: number; seconds: number }) => {
    const started = performance.now();
    const running: Promise<void>[] = [];
    for (let index = 0; index < rate * seconds; index += 1) {
      const due = started + (index * 1000) / rate;
      if (due > performance.now()) await delay(due - performance.now());
      running.push(emitOne());
    }
    await Promise.all(running);
  },
});
