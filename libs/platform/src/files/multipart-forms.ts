import fastifyMultipart from '@fastify/multipart';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

/** Teaches a service to read multipart forms as streams. */
@Injectable()
export class MultipartForms implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost<FastifyAdapter>) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    // Browsers send names in UTF-8 without saying so.
    // Not awaited: that would boot Fastify before Nest has set its error handler, and routes would keep Fastify's own.
    void fastify.register(fastifyMultipart, { defParamCharset: 'utf8' } as object);
  }
}
