import { NO_KEY_EXTENSION } from '#platform';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { DocumentedService } from './documented-services.js';
import { withMasks, withUnmaskedRight } from './masked-fields.js';
import { withRight } from './right-description.js';
import { COMMON_RESPONSES, PROBLEM_SCHEMA, withProblems } from './problem-responses.js';
import { serviceDocument } from './service-document.js';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'] as const;

const DESCRIPTION = `The API of every service, as the gateway offers it.

**Get a token**: \`POST /auth/token\` with user name and password, then *Authorize* with its \`accessToken\`.

Errors are RFC 9457 \`application/problem+json\` with a stable \`code\`. Times are ISO 8601 with offset. Lists come in \
pages: ask again with \`cursor\` = \`nextCursor\` until it is null. Updates want \`If-Match\` with the \`ETag\` you read.`;

/** One OpenAPI 3.1 document of all services, with the paths of the gateway. */
export async function openApiDocument(version: string, services: DocumentedService[]): Promise<OpenAPIObject> {
  const documents = [];
  for (const service of services) documents.push({ service, document: await serviceDocument(service) });
  const paths = documents.flatMap(({ service, document }) => gatewayPaths(service, document));
  const schemas = documents.flatMap(({ document }) => Object.entries(document.components?.schemas ?? {}));
  return {
    openapi: '3.1.0',
    info: {
      title: '医院客户服务中心 Hospital customer service',
      version,
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } as { name: string },
    },
    servers: [{ url: '/', description: 'This gateway.' }],
    tags: tagsOf(services, paths),
    paths: unique(paths, 'path'),
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'The `accessToken` of `POST /auth/token`, without the word Bearer. Valid for half an hour; POST /auth/refresh gives the next.',
        },
      },
      schemas: withMasks(unique([['Problem', PROBLEM_SCHEMA], ...schemas], 'schema')),
      responses: COMMON_RESPONSES,
    },
  };
}

/** `/ops/…` and `/files/…` of a service are `/ops/<service>/…` and `/files/<service>/…` of the gateway; every other path keeps its name. */
function gatewayPaths(service: DocumentedService, document: OpenAPIObject): [string, PathItem][] {
  return Object.entries(document.paths).map(([path, item]) => {
    const shown = service.name === 'gateway' ? path : path.replace(/^\/(ops|files)(?=\/|$)/, `/$1/${service.name}`);
    const operations = METHODS.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      return [[method, completed(service, shown, method === 'post' ? withKey(operation) : operation)] as const];
    });
    return [shown, { ...item, ...Object.fromEntries(operations) }];
  });
}

function completed(service: DocumentedService, path: string, operation: Operation): Operation {
  const tags = (operation.tags ?? []).map((tag) => `${service.name}: ${tag}`);
  const { security = [], ...rest } = withUnmaskedRight(
    withRight(withProblems(path, operation, service.name !== 'gateway')),
  );
  // Said outright: an operation without security is open, not forgotten.
  return { ...rest, tags, security };
}

/** Every POST takes a key, unless it says why not. */
function withKey(operation: Operation): Operation {
  if (NO_KEY_EXTENSION in operation) return operation;
  const key = {
    name: 'Idempotency-Key',
    in: 'header' as const,
    required: false,
    description:
      'Yours to choose, once for each thing you want done: for 24 hours (IDEMPOTENCY_KEY_DAYS) the same key and request get the same ' +
      'answer, with `Idempotency-Replayed: true`. Another request with it: 422 idempotency-key-reused; the first ' +
      'still in work after 10 s: 409 idempotency-key-in-use.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
    example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c55',
  };
  const refused = { description: 'idempotency-key-reused: the key was used for another request.' };
  const responses = { 422: refused, ...operation.responses };
  return { ...operation, parameters: [...(operation.parameters ?? []), key], responses };
}

function tagsOf(services: DocumentedService[], paths: [string, PathItem][]): { name: string; description: string }[] {
  const operations = paths.flatMap(([, item]) => METHODS.map((method) => item[method]));
  const names = new Set(operations.flatMap((operation) => operation?.tags ?? []));
  const place = (name: string) => TAG_ORDER.findIndex((group) => group.test(name));
  const sorted = [...names].toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  return sorted.map((name) => {
    const owner = services.find((service) => name.startsWith(`${service.name}: `));
    return { name, description: OF_EACH_SERVICE[name.split(': ')[1] ?? ''] ?? owner?.description ?? '' };
  });
}

/** As a reader needs them: a token first, then the work, and last what those who run the services look at. */
const TAG_ORDER = [
  /: tokens$/,
  /: (?!operations$|audit$|health$|files$)/,
  /: files$/,
  /: (operations|health)$/,
  /: audit$/,
];

/** What every service has, in one place each: the filter of Swagger UI finds them all by this word. */
const OF_EACH_SERVICE: Record<string, string> = {
  operations: '运维：事件、作业、保留期 Events that wait or failed, jobs, retention: look, repair, replay.',
  audit: '审计：谁看过或改过谁的数据 Who read or changed whose data.',
  health: '运行状态 Which services are ready.',
  files: '以签名链接下载文件 Files by signed link.',
};

/** @throws Error when two services claim one name. */
function unique<T>(entries: [string, T][], kind: string): Record<string, T> {
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const twice = sorted.find(([name], index) => sorted[index + 1]?.[0] === name);
  if (twice) throw new Error(`Two services have the ${kind} ${twice[0]}`);
  return Object.fromEntries(sorted);
}
