import type { ServiceOverview } from '#event-bus';
import type { ServiceEntry, ServiceStatus } from './operations.dto.js';

/** Beyond what a service gives its own parts (two seconds), so that it can say which of them hangs. */
const DEADLINE_MS = 3_000;

type Answer = Pick<ServiceEntry, 'status' | 'reason' | 'overview'>;

/** Asks one service how it is. Never fails, and takes no longer than the deadline: what went wrong is the answer. */
export async function askOverview(url: string, headers: Record<string, string>): Promise<Answer> {
  try {
    const signal = AbortSignal.timeout(DEADLINE_MS);
    const answer = await fetch(`${url}/ops/overview`, { headers, signal, redirect: 'error' });
    return heard(answer.status, await answer.text());
  } catch (error) {
    return unheard(error as { name?: unknown; cause?: { code?: unknown } });
  }
}

function heard(status: number, text: string): Answer {
  const body = parsed(text);
  if (body === undefined) return silent('failed', `answered ${status} with something that is no JSON`);
  if (status === 200) return isOverview(body) ? judged(body) : silent('failed', 'answered with something else');
  const code = typeof body['code'] === 'string' ? ` ${body['code']}` : '';
  return silent(status === 401 || status === 403 ? 'refused' : 'failed', `answered ${status}${code}`);
}

/** As far as it is looked at here. */
function isOverview(body: object): body is ServiceOverview {
  const { checks, unread } = body as Partial<ServiceOverview>;
  return typeof checks === 'object' && checks !== null && Array.isArray(unread);
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const body = JSON.parse(text) as Record<string, unknown> | null;
    return body ?? undefined;
  } catch {
    return undefined;
  }
}

function judged(overview: ServiceOverview): Answer {
  const broken = Object.entries(overview.checks).filter(([, outcome]) => outcome !== 'ok');
  const faults = [
    ...broken.map(([name, outcome]) => `${name}: ${outcome}`),
    ...overview.unread.map((part) => `${part} could not be read`),
  ];
  if (faults.length === 0) return { status: 'ok', reason: null, overview };
  return { status: 'degraded', reason: faults.join('; '), overview };
}

function unheard({ name, cause }: { name?: unknown; cause?: { code?: unknown } }): Answer {
  if (name === 'TimeoutError') return silent('slow', `no answer within ${DEADLINE_MS} ms`);
  return silent('down', typeof cause?.code === 'string' ? cause.code : 'broke off before it answered');
}

function silent(status: ServiceStatus, reason: string): Answer {
  return { status, reason, overview: null };
}
