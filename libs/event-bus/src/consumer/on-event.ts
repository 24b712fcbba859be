import { contractOf, type EventClass } from '#contracts';
import { applyDecorators, Catch, UseFilters, type ArgumentsHost, type RpcExceptionFilter } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { throwError, type Observable } from 'rxjs';

/** Handlers with this transport are called by JetStream alone, also in an application that listens on core NATS. */
export const JETSTREAM = Symbol('JetStream');

export interface HandlerExtras {
  batch: boolean;
}

/** Nest answers handler failures with "Internal server error"; the one who parks the event needs the real one. */
@Catch()
class KeepHandlerError implements RpcExceptionFilter {
  catch(error: unknown, _host: ArgumentsHost): Observable<never> {
    return throwError(() => error);
  }
}

/**
 * The method handles events of these contracts: `(@Payload() event: ReceivedEvent<T>, @Ctx() context: EventContext)`.
 * What it writes through `context.tx` is committed together with the inbox row, or not at all.
 */
export function OnEvent(...types: EventClass[]): MethodDecorator {
  return eventHandler(types, { batch: false });
}

/** As `OnEvent`, for projections: the method gets an array of events, in stream order, all in one transaction. */
export function OnEventBatch(...types: EventClass[]): MethodDecorator {
  return eventHandler(types, { batch: true });
}

function eventHandler(types: EventClass[], extras: HandlerExtras): MethodDecorator {
  return applyDecorators(EventPattern(types.map(subjectOf), JETSTREAM, extras), UseFilters(KeepHandlerError));
}

function subjectOf(type: EventClass): string {
  return contractOf(type).subject;
}
