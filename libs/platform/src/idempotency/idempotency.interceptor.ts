import { createHash } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';
import {
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { ServiceConfig } from '../config/service-config.js';
import { currentContext } from '../context/request-context.js';
import { inAmbientTransaction } from '../database/ambient-transaction.js';
import { isLostRace } from '../database/transact.js';
import { Problem } from '../problems/problem.js';
import { keepAnswer, takeKey, type KeptAnswer, type KeyUse } from './idempotency-keys.js';
import { NO_IDEMPOTENCY_KEY } from './no-idempotency-key.js';
import { Turns } from '../turns/turns.js';

const KEY = /^[\x21-\x7e]{1,255}$/;
const KEPT_HEADERS = ['location', 'etag'];
const ATTEMPTS = 4;
const DAY_MS = 86_400_000;
/** Tests kill the process here. */
const checkpoints = channel('hospital.checkpoint');

/**
 * A POST with an `Idempotency-Key`: effect and answer commit in one transaction, which all the handler asks of the
 * database joins. Who sends the same again gets the same answer, also when both come at once.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly turns: Turns;

  constructor(
    private readonly reflector: Reflector,
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly config: ServiceConfig,
  ) {
    // The other half of the pool stays free for events, reads, and for who holds a key.
    this.turns = new Turns(Math.floor(config.databasePoolSize / 2));
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const use = context.getType() === 'http' ? this.useOf(context) : undefined;
    if (!use) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(this.turns.run(() => this.answer(use, reply, next)));
  }

  private useOf(context: ExecutionContext): KeyUse | undefined {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    const work = currentContext();
    const actor = work?.actor;
    if (request.method !== 'POST' || key === undefined || !actor) return undefined;
    if (this.reflector.getAllAndOverride<boolean>(NO_IDEMPOTENCY_KEY, [context.getHandler(), context.getClass()])) {
      return undefined;
    }
    if (typeof key !== 'string' || !KEY.test(key)) {
      throw Problem.invalid([{ field: 'Idempotency-Key', code: 'idempotency-key-malformed' }]);
    }
    return { actorId: actor.id, key, fingerprint: fingerprintOf(request), requestId: work.requestId };
  }

  private async answer(use: KeyUse, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      // An attempt before this one took its audit entry back with it.
      currentContext()?.audit?.restart();
      try {
        const answer = await inAmbientTransaction(this.source, (tx) => this.attempt(tx, use, reply, next));
        checkpoints.publish('idempotency.committed');
        return answer;
      } catch (error) {
        if (attempt >= ATTEMPTS || !isLostRace(error)) throw error;
      }
    }
  }

  private async attempt(tx: EntityManager, use: KeyUse, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    const now = this.clock.now();
    const expired = new Date(now.getTime() - this.config.idempotencyKeyDays * DAY_MS);
    const kept = await takeKey(tx, use, { now, expired });
    if (kept) return replayed(kept, reply);
    const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
    if (answer instanceof StreamableFile) throw new Error('An answer that is a stream needs @NoIdempotencyKey');
    checkpoints.publish('idempotency.answered');
    await keepAnswer(tx, use, {
      status: reply.statusCode,
      headers: headersOf(reply),
      answer: answer === undefined ? null : JSON.stringify(answer),
      unmasked: currentContext()?.unmasked ?? false,
    });
    checkpoints.publish('idempotency.kept');
    return answer;
  }
}

/** The audit enters the repeat as a call of its own, which names the one it repeats. */
function replayed(kept: KeptAnswer & { requestId: string }, reply: FastifyReply): unknown {
  const work = currentContext();
  if (work && kept.unmasked) work.unmasked = true;
  work?.audit?.explain(`Idempotency-Key: the answer of request ${kept.requestId} again`);
  void reply.status(kept.status).headers({ ...kept.headers, 'idempotency-replayed': 'true' });
  return kept.answer === null ? undefined : (JSON.parse(kept.answer) as unknown);
}

function headersOf(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = reply.getHeader(name);
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
}

function fingerprintOf({ method, url, body, headers }: FastifyRequest): string {
  const said = JSON.stringify([method, url, headers['if-match'] ?? null, body ?? null]);
  return createHash('sha256').update(said).digest('base64url');
}
