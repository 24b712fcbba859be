import type { Attachment } from '#platform';
import { ApiDocuments } from './documents/api-documents.js';
import { serveSwaggerUi } from './documents/swagger-ui.js';
import { installDoor } from './door.js';

/** What joins the gateway before it listens. */
export const connectGateway: Attachment = (app) => {
  installDoor(app);
  serveSwaggerUi(app, app.get(ApiDocuments).openapi);
};
