import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Response = NonNullable<Operation['responses'][string]>;
type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

const PROBLEM_JSON = 'application/problem+json';
const PROBLEM_REFERENCE = { $ref: '#/components/schemas/Problem' };

/** RFC 9457, with the members of ours. */
export const PROBLEM_SCHEMA: Schema = {
  type: 'object',
  description:
    'RFC 9457. `code` is stable; programs decide by it, people read `detail`: in Chinese, or English as Accept-Language says.',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance'],
  properties: {
    type: { type: 'string', example: 'urn:problem:validation-failed' },
    title: { type: 'string', example: '请求无效' },
    status: { type: 'integer', example: 400 },
    code: { type: 'string', example: 'validation-failed' },
    detail: { type: 'string', description: 'In the language asked for.', example: '请求内容不符合要求。' },
    instance: { type: 'string', description: 'The path asked for.', example: '/staff/departments' },
    requestId: { type: 'string', description: 'Finds the request in the logs.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'reason'],
        properties: {
          field: { type: 'string', example: 'nameZh' },
          code: { type: 'string', description: 'Stable, as the `code` of the problem.', example: 'is-length' },
          reason: { type: 'string', example: '长度必须在 1 到 120 之间' },
          position: { type: 'integer', description: 'Where in the value, in characters from 1 (`filter`, `sort`).' },
        },
      },
    },
  },
};

const COMMON: Record<string, { name: string; description: string }> = {
  400: { name: 'BadRequest', description: 'The request is not valid; `errors` names the fields.' },
  401: { name: 'Unauthorized', description: 'The bearer token is missing, expired or not valid here.' },
  403: { name: 'Forbidden', description: 'None of the roles of the caller has the right.' },
  404: { name: 'NotFound', description: 'There is nothing of this name.' },
  503: { name: 'ServiceUnavailable', description: 'The service does not answer now; see Retry-After.' },
  504: { name: 'ServiceTimeout', description: 'The service took too long; it may still do the work.' },
};

export const COMMON_RESPONSES: Record<string, Response> = Object.fromEntries(
  Object.values(COMMON).map(({ name, description }) => [name, asProblem({ description })]),
);

/** Adds to an operation the problems every operation of its kind may answer with, beside those it names itself. */
export function withProblems(path: string, operation: Operation, proxied: boolean): Operation {
  const isPublic = operation.security === undefined;
  const codes = [
    ...(!isPublic || operation.requestBody !== undefined ? ['400'] : []),
    ...(isPublic ? [] : ['401', '403']),
    ...(path.includes('{') ? ['404'] : []),
    ...(proxied ? ['503', '504'] : []),
  ];
  const common = codes.map((code) => [code, { $ref: `#/components/responses/${COMMON[code]?.name}` }] as const);
  const own = Object.entries(operation.responses).map(([code, response]) => {
    return [code, Number(code) >= 400 && response ? asProblem(response) : response] as const;
  });
  return { ...operation, responses: Object.fromEntries([...common, ...own]) };
}

/** A response that does not say what it holds holds a problem. */
function asProblem(response: Response): Response {
  if ('$ref' in response || response.content !== undefined) return response;
  return { ...response, content: { [PROBLEM_JSON]: { schema: PROBLEM_REFERENCE } } };
}
