// npm run docs:openapi [-- --check]
import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { writeOrCheck, productVersion } from './document-file.js';
import { documentedServices } from './documented-services.js';
import { openApiDocument } from './open-api.js';

// TypeORM's module warns of a second database: nobody connects to any here.
Logger.overrideLogger(false);
writeOrCheck('openapi', await openApiDocument(productVersion(), await documentedServices()), process.argv.slice(2));
