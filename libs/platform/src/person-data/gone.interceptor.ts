import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { catchError, from, mergeMap, throwError, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { Problem } from '../problems/problem.js';
import { Erasures } from './erasures.js';

/** Ids of erased people, and of what was theirs, answer 410 and not as if they had never been (PT-9). */
@Injectable()
export class GoneInterceptor implements NestInterceptor {
  constructor(
    private readonly source: DataSource,
    private readonly erasures: Erasures,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const { params } = context.switchToHttp().getRequest<FastifyRequest>();
    return next
      .handle()
      .pipe(
        catchError((error: unknown) =>
          from(this.answer(error, params)).pipe(mergeMap((answer) => throwError(() => answer))),
        ),
      );
  }

  private async answer(error: unknown, params: unknown): Promise<unknown> {
    if (!(error instanceof Problem) || error.status !== 404) return error;
    const named = [error.params['id'], ...Object.values((params ?? {}) as Record<string, unknown>)];
    const ids = named.filter((id) => typeof id === 'string').map((id) => id.toLowerCase());
    const gone = await this.erasures.erasedAt(this.source.manager, ids);
    return gone.size > 0 ? new Problem(410, 'person-erased') : error;
  }
}
