import { performance } from 'node:perf_hooks';
import { Logger } from '@nestjs/common';
import type { Counter } from 'prom-client';

/** An issuer that is away for days is not news every few minutes. */
const QUIET_MS = 900_000;

/** Tells that the keys of an issuer could not be looked at: each time in a metric, now and then in the log. */
export class IssuerFailures {
  private readonly logger = new Logger('IssuerKeys');
  private readonly loggedAt = new Map<string, number>();

  constructor(private readonly counter: Counter) {}

  /** @param error of the network, or of what was read; its text names places, never what was sent or received */
  tell(issuer: string, error: unknown): void {
    this.counter.inc({ issuer });
    const at = performance.now();
    if (at - (this.loggedAt.get(issuer) ?? Number.NEGATIVE_INFINITY) < QUIET_MS) return;
    this.loggedAt.set(issuer, at);
    this.logger.warn(`Cannot read the keys of ${issuer}; those we have serve on: ${reasonOf(error)}`);
  }
}

/** `fetch` hides why behind "fetch failed". A parser's message would repeat what it read. */
function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'the answer is no JSON';
  if (!(error instanceof Error)) return 'unknown';
  const { code } = (error.cause ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : error.message;
}
