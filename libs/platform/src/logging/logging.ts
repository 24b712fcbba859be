import { LoggerModule } from 'nestjs-pino';
import { RequestMethod, type DynamicModule } from '@nestjs/common';
import { ServiceConfig } from '../config/service-config.js';
import { currentContext } from '../context/request-context.js';

/** Paths under which personal data or secrets could reach a log line. */
const REDACTED = [
  'req.headers',
  'res.headers',
  'req.remoteAddress',
  'err.driverError',
  'err.parameters',
  'err.query',
  'err.detail',
];

/** JSON logs on stdout with the request id and trace of the work in hand; bodies, headers and query strings never. */
export function loggingModule(service: string): DynamicModule {
  return LoggerModule.forRootAsync({
    inject: [ServiceConfig],
    useFactory: (config: ServiceConfig) => ({
      // nestjs-pino's own default matches no path below the root on this adapter.
      forRoutes: [{ path: '{*path}', method: RequestMethod.ALL }],
      pinoHttp: {
        name: service,
        level: config.logLevel,
        redact: { paths: REDACTED, remove: true },
        mixin: () => {
          const context = currentContext();
          return context ? { requestId: context.requestId, traceparent: context.traceparent } : {};
        },
        serializers: {
          req: (req: { method: string; url: string }) => ({ method: req.method, path: req.url.split('?')[0] }),
        },
        autoLogging: { ignore: (req: { url?: string }) => req.url?.startsWith('/health') ?? false },
        ...(config.logFormat === 'pretty' ? { transport: { target: 'pino-pretty' } } : {}),
      },
    }),
  });
}
