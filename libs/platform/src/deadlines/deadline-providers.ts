import type { Provider, Type } from '@nestjs/common';
import type { DeadlineSource } from './deadline-source.js';
import { DEADLINE_SOURCES, Deadlines } from './deadlines.js';

/** Registers what falls due in a service. The sources must be providers of the same module. */
export function deadlineProviders(...kinds: Type<DeadlineSource>[]): Provider[] {
  return [
    ...kinds,
    { provide: DEADLINE_SOURCES, inject: kinds, useFactory: (...instances: DeadlineSource[]) => instances },
    Deadlines,
  ];
}
