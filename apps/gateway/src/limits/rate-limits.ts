import { Problem } from '#platform';
import fastifyRateLimit from '@fastify/rate-limit';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GatewayConfig } from '../gateway.config.js';
import { ClientAddresses } from './client-addresses.js';
import { limitedNetwork } from './client-address.rules.js';

const MINUTE_MS = 60_000;
/** Counters kept at once, some 150 bytes each; the least recently used goes. A million addresses cost no more. */
const COUNTERS = 50_000;

export type LimitGroup = 'login' | 'login-name' | 'public' | 'form' | 'refused' | 'user';

type Count = ReturnType<FastifyInstance['createRateLimit']>;

/** How often a minute a person, a name or an address may call, by what is called (decision 2). */
@Injectable()
export class RateLimits {
  private readonly counts = new Map<LimitGroup, Count>();
  private readonly most: Record<LimitGroup, number>;
  private readonly keys = new WeakMap<FastifyRequest, string>();
  private fastify: FastifyInstance | undefined;

  constructor(
    config: GatewayConfig,
    private readonly addresses: ClientAddresses,
  ) {
    this.most = {
      login: config.rateLimitLogin,
      'login-name': config.rateLimitLoginName,
      public: config.rateLimitPublic,
      form: config.rateLimitForm,
      refused: config.rateLimitPublic,
      user: config.rateLimitUser,
    };
  }

  install(fastify: FastifyInstance): void {
    this.fastify = fastify;
    void fastify.register(fastifyRateLimit, { global: false, cache: COUNTERS });
  }

  byAddress(group: LimitGroup, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    return this.count(group, limitedNetwork(this.addresses.of(request)), request, reply);
  }

  /** @throws Problem 429 when this key has had its share of the minute. */
  async count(group: LimitGroup, key: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const most = this.most[group];
    if (most === 0) return;
    this.keys.set(request, `${group} ${key}`);
    const result = await this.counterOf(group, most)(request);
    if (result.isAllowed) return;
    void reply.headers({
      'ratelimit-limit': String(most),
      'ratelimit-remaining': String(result.remaining),
      'ratelimit-reset': String(result.ttlInSeconds),
    });
    if (!result.isExceeded) return;
    const seconds = Math.max(1, result.ttlInSeconds);
    throw new Problem(429, 'too-many-requests', { seconds }, { headers: { 'retry-after': String(seconds) } });
  }

  private counterOf(group: LimitGroup, max: number): Count {
    const known = this.counts.get(group);
    if (known) return known;
    if (!this.fastify) throw new Error('Rate limits are not installed');
    const keyGenerator = (request: FastifyRequest) => this.keys.get(request) ?? '';
    const made = this.fastify.createRateLimit({ max, timeWindow: MINUTE_MS, keyGenerator });
    this.counts.set(group, made);
    return made;
  }
}
