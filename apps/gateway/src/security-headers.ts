import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Swagger UI brings its own inline styles; everything else it needs comes from here. */
const SWAGGER_UI_POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; form-action 'self'";
const NOTHING = "default-src 'none'; frame-ancestors 'none'";

/** Answers are data: a browser that is made to show one must neither guess its type nor run anything in it. */
export function installSecurityHeaders(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      void reply.headers({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'content-security-policy': /^\/docs(\/|$|\?)/.test(request.url) ? SWAGGER_UI_POLICY : NOTHING,
      });
      done();
    });
}
