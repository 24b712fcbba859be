import type { Attachment } from '#platform';
import { ApiDocuments } from './documents/api-documents.js';
import { serveSwaggerUi } from './documents/swagger-ui.js';
import { installSecurityHeaders } from './security-headers.js';

/** What joins the gateway before it listens. */
export const connectGateway: Attachment = (app) => {
  installSecurityHeaders(app);
  serveSwaggerUi(app, app.get(ApiDocuments).openapi);
};
