import type { FastifyInstance, FastifyRequest } from 'fastify';

interface Route {
  pattern: RegExp;
  methods: string[];
}

const routes = new WeakMap<object, Route[]>();

/** Remembers the routes that are registered from now on, so that a wrong method can be told from a wrong path. */
export function rememberRoutes(fastify: FastifyInstance): void {
  const known: Route[] = [];
  routes.set(fastify.server, known);
  fastify.addHook('onRoute', ({ url, method }) => {
    known.push({ pattern: patternOf(url), methods: [method].flat() });
  });
}

/** The methods a path of this service has; none when there is no such path. */
export function allowedMethods(request: FastifyRequest, path: string): string[] {
  const matching = (routes.get(request.server.server) ?? []).filter(({ pattern }) => pattern.test(path));
  return [...new Set(matching.flatMap(({ methods }) => methods))].sort();
}

function patternOf(url: string): RegExp {
  const parts = url.split(/(:\w+|\*)/).map((part) => {
    if (part.startsWith(':')) return '[^/]+';
    return part === '*' ? '.*' : part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`);
}
