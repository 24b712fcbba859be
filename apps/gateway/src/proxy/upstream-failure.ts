import { Problem } from '#platform';
import type { ServiceName } from './routes.js';

const TIMEOUTS = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);
/** The service refused the connection, is not there, or broke off before it answered. */
const AWAY = /^(?:ECONN|EPIPE|EHOST|ENET|ENOTFOUND|EAI_|ETIMEDOUT|UND_ERR_(?:SOCKET|CONNECT_TIMEOUT|CLOSED|DESTROYED))/;

/** What the caller is told when a service gives no answer. Undefined for what is nobody's fault but ours. */
export function upstreamProblem(error: unknown, service: ServiceName): Problem | undefined {
  const cause = rootCause(error);
  if (cause instanceof Problem) return cause;
  const code = String((cause as { code?: unknown } | null | undefined)?.code);
  if (TIMEOUTS.has(code)) {
    return new Problem(504, 'service-timeout', { service }, { service });
  }
  if (!AWAY.test(code)) return undefined;
  return new Problem(503, 'service-unavailable', { service }, { service, headers: { 'retry-after': '2' } });
}

function rootCause(error: unknown): unknown {
  let cause = error;
  while (!(cause instanceof Problem) && hasCause(cause)) cause = cause.cause;
  return cause;
}

function hasCause(error: unknown): error is { cause: object } {
  const cause = (error as { cause?: unknown } | null | undefined)?.cause;
  return typeof cause === 'object' && cause !== null;
}
