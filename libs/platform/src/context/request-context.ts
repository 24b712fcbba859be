import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { TokenSession } from '../auth/token-session.js';
import type { Actor } from './actor.js';
import type { CallEntry } from './call-entry.js';

/** What follows one piece of work through HTTP, events and logs. */
export interface WorkContext {
  requestId: string;
  /** W3C trace context. */
  traceparent: string;
  actor?: Actor;
  /** What the actor's token says beyond who it is; only over HTTP. */
  session?: TokenSession;
  /** The address of the caller's machine, as the gateway saw it. */
  clientAddress?: string;
  /** The actor may see personal data in full. */
  seesPersonal?: boolean;
  /** Personal fields were answered as they are. */
  unmasked?: boolean;
  /** The audit entry of an audited call, until it is written. */
  audit?: CallEntry;
}

const storage = new AsyncLocalStorage<WorkContext>();
const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The context of the work in hand, or undefined outside any. */
export function currentContext(): WorkContext | undefined {
  return storage.getStore();
}

export function runInContext<T>(context: WorkContext, work: () => T): T {
  return storage.run(context, work);
}

/** Continues the caller's trace, recorded or not as he decided, with a new span, or begins one when none (or a malformed one) came in. */
export function continueTrace(traceparent: string | undefined): string {
  const span = randomHex().slice(-16);
  if (traceparent !== undefined && TRACEPARENT.test(traceparent))
    return `${traceparent.slice(0, 36)}${span}${traceparent.slice(52)}`;
  return `00-${randomHex()}-${span}-01`;
}

/** 32 digits, 122 of their bits random. Node draws UUIDs from a pool: bytes of our own would cost ten times as much. */
function randomHex(): string {
  return randomUUID().replaceAll('-', '');
}
