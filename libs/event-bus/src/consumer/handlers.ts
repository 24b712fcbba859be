import { contractFor } from '#contracts';
import { continueTrace, currentContext, newId, runInContext, traced } from '#platform';
import type { MessageHandler } from '@nestjs/microservices';
import { from, isObservable, lastValueFrom } from 'rxjs';
import type { EntityManager } from 'typeorm';
import { actorOfEvent, MalformedEventError, parseCloudEvent, type CloudEvent } from '../cloud-event.js';
import { checkContract, ContractViolationError } from '../contract-check.js';
import { EventContext, type ReceivedEvent } from './event-context.js';
import type { ParkReason } from './inbox.js';
import type { HandlerExtras } from './on-event.js';

const VERSION = /\.v\d+$/;

/** How a service deals with one subject. */
export type Route = { kind: 'ignored' } | { kind: 'unknown-version' } | { kind: 'handled'; batch: boolean };

/** An event the service cannot take in at all: parked at once, a retry would not help. */
export class UnacceptableEventError extends Error {
  constructor(
    readonly reason: ParkReason,
    cause: Error,
  ) {
    super(cause.message, { cause });
  }
}

/** The decorated methods of a service, found by subject and called with Nest's own pipeline around them. */
export class Handlers {
  private readonly families = new Set<string>();

  constructor(private readonly bySubject: Map<string, MessageHandler>) {
    for (const subject of bySubject.keys()) this.families.add(subject.replace(VERSION, ''));
  }

  /** The streams these handlers need. */
  streams(): string[] {
    return [...new Set([...this.bySubject.keys()].map((subject) => subject.split('.', 1)[0] as string))];
  }

  route(subject: string): Route {
    const handler = this.bySubject.get(subject);
    if (handler) return { kind: 'handled', batch: (handler.extras as HandlerExtras).batch };
    return this.families.has(subject.replace(VERSION, '')) ? { kind: 'unknown-version' } : { kind: 'ignored' };
  }

  /** Reads an event and checks it against its contract. @throws UnacceptableEventError */
  accept(text: string): ReceivedEvent {
    try {
      const event = parseCloudEvent(text);
      const contract = contractFor(event.type);
      if (!contract) throw new UnacceptableEventError('unknown-version', new Error(`${event.type} is not known here`));
      return { ...event, data: checkContract(contract.type, event.data, 'receive') };
    } catch (error) {
      if (error instanceof MalformedEventError) throw new UnacceptableEventError('malformed', error);
      if (error instanceof ContractViolationError) throw new UnacceptableEventError('contract', error);
      throw error;
    }
  }

  /** Runs the handlers of one event in the transaction. The handler's own error comes out as it was thrown. */
  async handle(event: ReceivedEvent, tx: EntityManager): Promise<void> {
    const route = this.route(event.type);
    const payload = route.kind === 'handled' && route.batch ? [event] : event;
    await this.call(event.type, payload, event, tx);
  }

  /** Runs batch handlers over events in stream order; neighbours with the same handler are given together. */
  async handleBatch(events: ReceivedEvent[], tx: EntityManager): Promise<void> {
    for (let start = 0; start < events.length;) {
      const first = events[start] as ReceivedEvent;
      const methodOf = (event: ReceivedEvent) => this.methodKey(event.type);
      let end = start + 1;
      while (end < events.length && methodOf(events[end] as ReceivedEvent) === methodOf(first)) end += 1;
      await this.call(first.type, events.slice(start, end), first, tx);
      start = end;
    }
  }

  /** Nest registers one callback a pattern; those of one method carry the same extras object. */
  private methodKey(subject: string): unknown {
    return this.bySubject.get(subject)?.extras;
  }

  private async call(subject: string, payload: unknown, cause: CloudEvent, tx: EntityManager): Promise<void> {
    const handler = this.bySubject.get(subject);
    if (!handler) throw new Error(`No handler for ${subject}`);
    const actor = actorOfEvent(cause);
    const requestId = currentContext()?.requestId ?? newId();
    const context = { requestId, traceparent: continueTrace(cause.traceparent), ...(actor ? { actor } : {}) };
    const span = () => ({ name: `handle ${subject}`, kind: 'consumer' as const, parent: cause.traceparent ?? null });
    const work = async () => {
      const result: unknown = await handler(payload, new EventContext([tx]));
      if (isObservable(result)) await lastValueFrom(from(result), { defaultValue: undefined });
    };
    await runInContext(context, () => traced(span, work));
  }
}
