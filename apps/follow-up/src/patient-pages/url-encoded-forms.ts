import { Problem } from '#platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const TYPE = 'application/x-www-form-urlencoded';
/** Room for many long texts: a Chinese character is nine bytes as browsers send it. The gateway's limit is the same. */
export const FORM_LIMIT_BYTES = 262_144;
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Teaches the service to read what a browser sends without a script; the API takes JSON only, as ever. */
@Injectable()
export class UrlEncodedForms implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost<FastifyAdapter>) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addContentTypeParser(TYPE, { parseAs: 'buffer', bodyLimit: FORM_LIMIT_BYTES }, (request, body, done) => {
      try {
        done(null, formIn(request, body as Buffer));
      } catch (error) {
        done(error as Error);
      }
    });
  }
}

/** @throws Problem 415 outside the patients' pages, 400 for what the database could not keep */
function formIn(request: FastifyRequest, body: Buffer): URLSearchParams {
  if (!request.routeOptions.url?.startsWith('/f/')) throw new Problem(415, 'unsupported-media-type', { type: TYPE });
  const form = new URLSearchParams(decoded(body));
  for (const [, value] of form) {
    if (value.includes('\0') || !value.isWellFormed()) throw Problem.badRequest('unstorable-text');
  }
  return form;
}

function decoded(body: Buffer): string {
  try {
    return decoder.decode(body);
  } catch {
    throw Problem.badRequest('body-malformed', {}, [{ field: '', code: 'not-utf8' }]);
  }
}
