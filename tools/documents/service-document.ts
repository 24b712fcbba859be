import { fastifyAdapter, operationIdOf } from '#platform';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { pascalCase, type DocumentedService } from './documented-services.js';

/** What a service's decorators say about its HTTP API. Nothing is instantiated: no database, no broker, no settings. */
export async function serviceDocument(service: DocumentedService): Promise<OpenAPIObject> {
  const app = await NestFactory.create<NestFastifyApplication>(service.module, fastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  const base = new DocumentBuilder().setOpenAPIVersion('3.1.0').build();
  const document = SwaggerModule.createDocument(app, base, {
    operationIdFactory: (controller, method) => operationIdOf(service.name, controller, method),
  });
  await app.close();
  return prefixSchemas(document, pascalCase(service.name));
}

/** Two services may well call something by the same name. */
function prefixSchemas(document: OpenAPIObject, prefix: string): OpenAPIObject {
  const text = JSON.stringify(document).replaceAll('"#/components/schemas/', `"#/components/schemas/${prefix}`);
  const prefixed = JSON.parse(text) as OpenAPIObject;
  const schemas = Object.entries(prefixed.components?.schemas ?? {});
  const renamed = Object.fromEntries(schemas.map(([name, schema]) => [prefix + name, schema]));
  return { ...prefixed, components: { ...prefixed.components, schemas: renamed } };
}
