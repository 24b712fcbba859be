import type { FastifyRequest } from 'fastify';
import type { Client } from './sessions.js';

/** Who calls. The address comes from the gateway, which lets no one else set it. */
export function clientOf(request: FastifyRequest): Client {
  const address = request.headers['x-client-address'];
  return {
    address: typeof address === 'string' && address !== '' ? address : request.ip,
    userAgent: request.headers['user-agent'] ?? '',
  };
}
