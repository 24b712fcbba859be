import { contractOf, type EventClass } from '#contracts';
import { EventPattern } from '@nestjs/microservices';

/** Handlers with this transport are called by JetStream alone, also in an application that listens on core NATS. */
export const JETSTREAM = Symbol('JetStream');

export interface HandlerExtras {
  batch: boolean;
}

/**
 * The method handles events of these contracts: `(@Payload() event: ReceivedEvent<T>, @Ctx() context: EventContext)`.
 * What it writes through `context.tx` is committed together with the inbox row, or not at all.
 */
export function OnEvent(...types: EventClass[]): MethodDecorator {
  return EventPattern(types.map(subjectOf), JETSTREAM, { batch: false });
}

/** As `OnEvent`, for projections: the method gets an array of events, in stream order, all in one transaction. */
export function OnEventBatch(...types: EventClass[]): MethodDecorator {
  return EventPattern(types.map(subjectOf), JETSTREAM, { batch: true });
}

function subjectOf(type: EventClass): string {
  return contractOf(type).subject;
}
