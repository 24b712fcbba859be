// npm run docs:asyncapi [-- --check]
import 'reflect-metadata';
import { join } from 'node:path';
import { projectRoot } from '../backing-services/index.js';
import { asyncApiDocument } from './async-api.js';
import { FieldMeanings } from './contract-meanings.js';
import { productVersion, writeOrCheck } from './document-file.js';

const meanings = new FieldMeanings(join(projectRoot(), 'libs', 'contracts', 'src'));
writeOrCheck('asyncapi', asyncApiDocument(productVersion(), meanings), process.argv.slice(2));
