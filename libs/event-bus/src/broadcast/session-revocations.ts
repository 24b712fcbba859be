import { SessionRevokedV1 } from '#contracts';
import { Clock, Revocations, ServiceConfig } from '#platform';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { pause } from '../leases.js';
import { Broadcasts } from './broadcasts.js';

/** A process that just started should know who was signed out; one whose broker is away must not wait for ever. */
const PATIENCE_MS = 3_000;

/** Tells this process which sessions ended: those of the time in which a token can still be valid, and each new one. */
@Injectable()
export class SessionRevocations implements OnApplicationBootstrap {
  private readonly logger = new Logger(SessionRevocations.name);

  constructor(
    private readonly broadcasts: Broadcasts,
    private readonly revocations: Revocations,
    private readonly config: ServiceConfig,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const known = this.broadcasts.subscribe({
      type: SessionRevokedV1,
      since: () => this.oldest(),
      handle: ({ data }) => this.revocations.add(data),
    });
    const waiting = new AbortController();
    const late = pause(PATIENCE_MS, waiting.signal).then(() => 'late');
    if ((await Promise.race([known, late])) === 'late') {
      this.logger.warn('Ended sessions are not known yet: the broker is away. Their tokens pass until it is back.');
    }
    waiting.abort();
  }

  /** No token issued before is still valid. */
  private oldest(): Date {
    return new Date(Math.max(0, this.clock.now().getTime() - this.config.tokenLongestLifeSeconds * 1000));
  }
}
