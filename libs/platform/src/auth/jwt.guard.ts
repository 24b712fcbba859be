import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Right } from '#contracts';
import type { FastifyRequest } from 'fastify';
import { currentContext } from '../context/request-context.js';
import { Problem } from '../problems/problem.js';
import { PUBLIC, RIGHT_REQUIRED } from './access.js';
import { Rights } from './rights.js';
import { TokenVerifier } from './token-verifier.js';

/** The bearer token of a request. @throws Problem 401 when there is none. */
export function bearerToken(authorization: string | undefined): string {
  const token = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) {
    throw new Problem(401, 'token-missing', {}, { headers: { 'www-authenticate': 'Bearer' } });
  }
  return token;
}

/** Lets a request through when its token is valid and its roles have the right. Events and requests on NATS are not its business. */
@Injectable()
export class JwtGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenVerifier,
    private readonly rights: Rights,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const target = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, target)) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const session = await this.tokens.verify(bearerToken(request.headers.authorization));
    const { actor } = session;
    const work = currentContext();
    const seesPersonal = this.rights.allows(actor, 'personal.unmasked');
    if (work) Object.assign(work, { actor, session, seesPersonal });
    const right = this.reflector.getAllAndOverride<Right | undefined>(RIGHT_REQUIRED, target);
    if (right !== undefined && !this.rights.allows(actor, right)) {
      throw new Problem(403, 'right-required', { right }, { right });
    }
    return true;
  }
}
