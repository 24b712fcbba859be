import { Problem } from '../problems/problem.js';

/** The call could not be entered in the audit: nothing may be read or changed then. */
export class AuditUnavailableError extends Problem {
  constructor(override readonly cause: unknown) {
    super(503, 'audit-unavailable', {}, { headers: { 'retry-after': '2' } });
  }
}
