import { contractOf, type EventClass } from '#contracts';
import { Clock, continueTrace, currentContext, newId, prepared } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isUsableKey, type CloudEvent } from '../cloud-event.js';
import { checkContract } from '../contract-check.js';
import { SERVICE_NAME } from '../service-name.js';

/** Below the broker's limit of 1 MiB, with room for headers. */
const MAX_EVENT_BYTES = 900_000;

const APPEND = `
  INSERT INTO outbox (id, subject, partition_key, event, occurred_at)
  SELECT id, subject, key, event::json, time
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
      WITH ORDINALITY AS e (id, subject, key, event, time, position)
   ORDER BY position`;

/** Set on a query runner whose transaction appended events; the relay is woken when it commits. */
export const OUTBOX_WRITTEN = 'outboxWritten';

export interface Draft<T extends object = object> {
  type: EventClass<T>;
  data: T;
  /** The work it belongs to, when that is not the work in hand but one of a batch. */
  traceparent?: string;
}

/** Appends events to the service's outbox, in the transaction that changes its rows (decision 4). */
@Injectable()
export class Outbox {
  constructor(
    @Inject(SERVICE_NAME) private readonly service: string,
    private readonly clock: Clock,
  ) {}

  /**
   * Appends one event. Lock the aggregate's row first: the order of appends is the order of events.
   * @throws Error outside a transaction; ContractViolationError when the data breaks the contract.
   */
  async append<T extends object>(tx: EntityManager, type: EventClass<T>, data: T): Promise<void> {
    await this.appendAll(tx, [{ type, data }]);
  }

  /** Appends several events in the order given, in one statement. */
  async appendAll(tx: EntityManager, drafts: Draft[]): Promise<void> {
    const runner = tx.queryRunner;
    if (!runner?.isTransactionActive) throw new Error('Events are appended inside the transaction that causes them');
    if (drafts.length === 0) return;
    const events = drafts.map((draft) => this.envelope(draft));
    await prepared(tx, 'outbox.append', APPEND, [
      events.map((event) => event.id),
      events.map((event) => event.type),
      events.map((event) => event.partitionkey),
      events.map(serialize),
      events.map((event) => event.time),
    ]);
    runner.data[OUTBOX_WRITTEN] = true;
  }

  private envelope(draft: Draft): CloudEvent {
    const contract = contractOf(draft.type);
    if (!contract.subject.startsWith(`${this.service}.`))
      throw new Error(`${this.service} does not emit ${contract.subject}`);
    checkContract(draft.type, draft.data, 'emit');
    const partitionkey: unknown = draft.data[contract.key];
    if (!isUsableKey(partitionkey)) throw new Error(`${contract.subject} has no usable ${String(contract.key)}`);
    const context = currentContext();
    return {
      specversion: '1.0',
      id: newId(),
      source: `/services/${this.service}`,
      type: contract.subject,
      time: this.clock.now().toISOString(),
      datacontenttype: 'application/json',
      partitionkey,
      traceparent: draft.traceparent ?? context?.traceparent ?? continueTrace(undefined),
      ...(context?.actor ? { actorid: context.actor.id } : {}),
      data: draft.data,
    };
  }
}

function serialize(event: CloudEvent): string {
  const text = JSON.stringify(event);
  if (Buffer.byteLength(text) > MAX_EVENT_BYTES)
    throw new Error(`${event.type} is larger than ${MAX_EVENT_BYTES} bytes`);
  return text;
}
