import { eventBusMigrations } from '#event-bus';
import { Clock, platformMigrations, transact } from '#platform';
import { eventually, startTestService, type TestService } from '#testing';
import { expect } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { ComplaintsConfig } from '../src/complaints.config.js';
import { ComplaintsModule } from '../src/complaints.module.js';
import { complaintsMigrations } from '../src/migrations/index.js';
import { Effects } from '../src/tickets/effects.js';
import { NewTickets, type NewTicket } from '../src/tickets/new-tickets.js';
import type { TicketEntity } from '../src/tickets/ticket.entity.js';
import { TicketSteps } from '../src/tickets/ticket-steps.js';

const SERVICE = {
  service: 'complaints',
  module: ComplaintsModule,
  migrations: [...platformMigrations, ...eventBusMigrations, ...complaintsMigrations],
  // A hopeless event is parked at its second failure, not after half a minute.
  environment: { EVENT_ATTEMPTS: '2' },
};

/** The complaints service alone, the others played by the test. */
export function startComplaints(environment: Record<string, string> = {}): Promise<TestService> {
  return startTestService({ ...SERVICE, environment: { ...SERVICE.environment, ...environment } });
}

/** A second process of the service, on the same database. */
export function replicaOf(service: TestService): Promise<TestService> {
  return startTestService({ ...SERVICE, replicaOf: service });
}

/** A ticket as another part of this service makes one: a complaint by phone about waiting, unless told otherwise. */
export function openTicket(
  { app, source }: TestService,
  over: Partial<NewTicket> = {},
): Promise<{ ticket: TicketEntity; opened: boolean }> {
  const effects = new Effects({ now: app.get(Clock).now(), zone: app.get(ComplaintsConfig).hospitalZone });
  return transact(source, async (tx) => {
    const made = await app.get(NewTickets).open(tx, { ...aComplaint, ...over }, effects);
    await app.get(TicketSteps).announce(tx, effects);
    return made;
  });
}

/**
 * Keeps something of a patient while what is kept of the patient is erased, and expects it to wait until that is over: an
 * erasure that is passed by leaves behind what it did not see (PT-9).
 */
export async function keptAfterErasing<T>(
  { source }: TestService,
  erase: (tx: EntityManager) => Promise<unknown>,
  keep: () => Promise<T>,
): Promise<T> {
  const call: { over: boolean; answer?: Promise<T> } = { over: false };
  await transact(source, async (tx) => {
    await erase(tx);
    call.answer = keep().finally(() => (call.over = true));
    await eventually(async () => {
      const waiting: unknown[] = await source.query(
        `SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = database
          WHERE locktype = 'advisory' AND NOT granted AND mode = 'ShareLock' AND datname = current_database()`,
      );
      expect(call.over || waiting.length > 0).toBe(true);
    });
    expect(call.over).toBe(false);
  });
  return call.answer as Promise<T>;
}

const aComplaint: NewTicket = {
  kind: 'complaint',
  channel: 'phone',
  subject: '等候时间过长',
  text: '门诊等候两个小时无人解释。',
};
