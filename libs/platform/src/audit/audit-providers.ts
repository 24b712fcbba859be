import type { Provider } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AuditGuard, AUDITED_SERVICE, AuditInterceptor } from './audit.guard.js';
import { AuditPartitions } from './audit-partitions.js';
import { AuditQueries } from './audit.queries.js';
import { AuditRecorder } from './audit-recorder.js';
import { AuditRetention } from './audit-retention.js';
import { AuditSealer } from './audit-sealer.js';

/** The audit of a service with a database. To stand before every other guard and interceptor: it sees what they do. */
export function auditProviders(service: string): Provider[] {
  return [
    { provide: AUDITED_SERVICE, useValue: service },
    { provide: APP_GUARD, useClass: AuditGuard },
    { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
    AuditRecorder,
    AuditPartitions,
    AuditSealer,
    AuditQueries,
    AuditRetention,
  ];
}
