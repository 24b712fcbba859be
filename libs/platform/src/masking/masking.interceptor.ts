import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { currentContext } from '../context/request-context.js';
import { Problem } from '../problems/problem.js';
import { answerTypeOf, holdsPersonal } from './answer-shape.js';
import { Masking } from './masking.js';
import { UNMASKED_REQUIRED } from './personal.js';

/**
 * Masks the answers of every route, by the class it documents. To stand before every other interceptor: the audit sees
 * the ids as they are, and what is kept of an answer (an ETag, a version) is of the whole one.
 */
@Injectable()
export class MaskingInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly masking: Masking,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    this.requireRight(context);
    const type = answerTypeOf(context.getHandler());
    if (!type || !holdsPersonal(type)) return next.handle();
    const { method } = context.switchToHttp().getRequest<FastifyRequest>();
    const work = currentContext();
    // The entry of a change is written in its transaction, before there is an answer.
    if (work && method !== 'GET' && this.masking.seesAll()) work.unmasked = true;
    return next.handle().pipe(map((answer: unknown) => this.masking.answer(type, answer)));
  }

  /** @throws Problem 403 */
  private requireRight(context: ExecutionContext): void {
    const target = [context.getHandler(), context.getClass()];
    const names = this.reflector.getAllAndOverride<string[] | undefined>(UNMASKED_REQUIRED, target);
    if (!names) return;
    const query = context.switchToHttp().getRequest<FastifyRequest>().query as Record<string, unknown>;
    if (names.length > 0 && !names.some((name) => query[name] !== undefined)) return;
    if (this.masking.seesAll()) return;
    throw new Problem(403, 'right-required', { right: 'personal.unmasked' }, { right: 'personal.unmasked' });
  }
}
