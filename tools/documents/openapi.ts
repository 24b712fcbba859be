// npm run docs:openapi [-- --check]
import 'reflect-metadata';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { clientTypes } from './client-types.js';
import { productVersion, writeOrCheck, writeOrCheckText } from './document-file.js';
import { documentedServices } from './documented-services.js';
import { openApiDocument } from './open-api.js';

// TypeORM's module warns of a second database: nobody connects to any here.
Logger.overrideLogger(false);
const args = process.argv.slice(2);
const document = await openApiDocument(productVersion(), await documentedServices());
writeOrCheck('openapi', document, args);
writeOrCheckText(join('libs', 'client', 'src', 'api.ts'), await clientTypes(document), 'docs:openapi', args);
