import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Headers, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NotPersonal } from '../audit/audited.js';
import { Public } from '../auth/access.js';
import { bearerToken } from '../auth/jwt.guard.js';
import { Rights } from '../auth/rights.js';
import { TokenVerifier } from '../auth/token-verifier.js';
import { ServiceConfig } from '../config/service-config.js';
import { Problem } from '../problems/problem.js';
import { Metrics } from './metrics.js';

/** Injection token: whether anybody at all may reach this process, as the gateway. */
export const FACES_PUBLIC = Symbol('faces the public');

/** For Prometheus. It carries the METRICS_TOKEN when there is one; at the gateway whoever has the right ops.read may look, too. */
@Public()
@NotPersonal()
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly config: ServiceConfig,
    private readonly tokens: TokenVerifier,
    private readonly rights: Rights,
    @Inject(FACES_PUBLIC) private readonly facesPublic: boolean,
  ) {}

  /** Whatever this process measures, in Prometheus' text format. */
  @Get()
  async read(
    @Headers('authorization') authorization: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    await this.admit(authorization);
    void reply.header('content-type', this.metrics.contentType).header('cache-control', 'no-store');
    return this.metrics.expose();
  }

  private async admit(authorization: string | undefined): Promise<void> {
    const { metricsToken } = this.config;
    if (metricsToken === undefined && !this.facesPublic) return;
    const token = bearerToken(authorization);
    if (metricsToken !== undefined && isSame(token, metricsToken)) return;
    const actor = this.facesPublic ? (await this.tokens.verify(token)).actor : undefined;
    if (!actor || !this.rights.allows(actor, 'ops.read')) {
      throw new Problem(403, 'metrics-token-required');
    }
  }
}

function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
