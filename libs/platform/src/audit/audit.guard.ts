import {
  Inject,
  Injectable,
  RequestMethod,
  type CallHandler,
  type CanActivate,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA } from '@nestjs/common/constants.js';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { tap, type Observable } from 'rxjs';
import { currentContext } from '../context/request-context.js';
import { AUDIT_MARK, type AuditMark } from './audited.js';
import { AuditRecorder } from './audit-recorder.js';
import { OpenEntry } from './open-entry.js';
import { operationIdOf } from './operation-id.js';

/** Injection token of the name of the service whose operations are entered. */
export const AUDITED_SERVICE = Symbol('audited service');

/** Opens the entry of a call. It refuses nobody; it comes before the guards that do, so that refusals are entered too. */
@Injectable()
export class AuditGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly recorder: AuditRecorder,
    @Inject(AUDITED_SERVICE) private readonly service: string,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const work = context.getType() === 'http' ? currentContext() : undefined;
    const mark = this.reflector.getAllAndOverride<AuditMark | undefined>(AUDIT_MARK, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!work || !mark?.audited) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const call = {
      operation: operationIdOf(this.service, context.getClass().name, context.getHandler().name),
      subject: mark.subject,
      where: mark,
      method: request.method,
      path: request.routeOptions.url ?? '',
      params: request.params as Record<string, string>,
      query: request.query,
      successStatus: this.successStatus(context),
    };
    work.audit = new OpenEntry(call, work, this.recorder);
    return true;
  }

  private successStatus(context: ExecutionContext): number {
    const handler = context.getHandler();
    const stated = this.reflector.get<number | undefined>(HTTP_CODE_METADATA, handler);
    return stated ?? (this.reflector.get(METHOD_METADATA, handler) === RequestMethod.POST ? 201 : 200);
  }
}

/** Notes whom the answer is about. */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const entry = context.getType() === 'http' ? currentContext()?.audit : undefined;
    return entry ? next.handle().pipe(tap((answer) => entry.saw(answer))) : next.handle();
  }
}
