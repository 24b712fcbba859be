import { LoggerModule } from 'nestjs-pino';
import { RequestMethod, type DynamicModule } from '@nestjs/common';
import pino, { type DestinationStream, type LoggerOptions } from 'pino';
import { ServiceConfig } from '../config/service-config.js';
import { currentContext } from '../context/request-context.js';
import { faultText } from './fault-text.js';
import { loggable, loggablePath, maskLine } from './loggable.js';

interface LoggedRequest {
  method: string;
  url: string;
  originalUrl?: string;
}

/**
 * JSON logs with service, request id, trace and acting account of the work in hand; never names, bodies, headers or
 * query strings. Objects pass `loggable`, and every line `maskLine`.
 */
export function loggingModule(service: string): DynamicModule {
  return LoggerModule.forRootAsync({
    inject: [ServiceConfig],
    useFactory: async (config: ServiceConfig) => ({
      // nestjs-pino's own default matches no path below the root on this adapter.
      forRoutes: [{ path: '{*path}', method: RequestMethod.ALL }],
      pinoHttp: [
        {
          ...loggerOptions(service, config.logLevel),
          // What it would wrap are the raw request, with its headers, and errors with all they carry.
          wrapSerializers: false,
          autoLogging: { ignore: (request: { url?: string }) => /^\/(health|metrics)\b/.test(request.url ?? '') },
        },
        await destination(config),
      ],
    }),
  });
}

/** The options of a logger that lets no personal data out. */
export function loggerOptions(service: string, level: string): LoggerOptions {
  return {
    level,
    base: { service, pid: process.pid },
    mixin: () => contextOfLine(),
    hooks: {
      logMethod(args, method) {
        method.apply(this, safeArguments(args) as Parameters<typeof method>);
      },
      streamWrite: maskLine,
    },
    serializers: {
      req: ({ method, url, originalUrl }: LoggedRequest) => ({ method, path: loggablePath(originalUrl ?? url) }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      err: (error: unknown) => loggable(error),
    },
  };
}

function contextOfLine(): Record<string, string> {
  const context = currentContext();
  if (!context) return {};
  const { requestId, traceparent, actor } = context;
  return { requestId, traceId: traceparent.slice(3, 35), traceparent, ...(actor ? { actorId: actor.id } : {}) };
}

/** `req` and `res` are raw and left to their serializers; pino would take an error's own words as the message. */
function safeArguments([first, ...rest]: unknown[]): unknown[] {
  const more = rest.map((argument) => loggable(argument));
  if (typeof first !== 'object' || first === null) return [first, ...more];
  const { req, res, err, ...others } = (first instanceof Error ? { err: first } : first) as Record<string, unknown>;
  const safe = {
    ...(loggable(others) as Record<string, unknown>),
    ...(req === undefined ? {} : { req }),
    ...(res === undefined ? {} : { res }),
    ...(err === undefined ? {} : { err: loggable(err) }),
  };
  return err !== undefined && more.length === 0 ? [safe, faultText(err)] : [safe, ...more];
}

async function destination({ logFile, logFormat }: ServiceConfig): Promise<DestinationStream> {
  const target = logFile ?? 1;
  // A disk that hesitates must not hold up every request: what comes while a write is on its way goes with the next.
  if (logFormat !== 'pretty') return pino.destination({ dest: target, mkdir: true, sync: false });
  const { default: pretty } = await import('pino-pretty');
  return pretty({ destination: target, mkdir: true, sync: true });
}
