import { Problem } from '#platform';
import type { FastifyRequest } from 'fastify';
import type { StreamTickets } from './stream-tickets.js';

/**
 * Turns `?ticket=…` into the authorisation it stands for, and takes it out of the URL before anybody logs or passes it.
 * @throws Problem 401 when the ticket is not good for this stream
 */
export function exchangeTicket(request: FastifyRequest, tickets: StreamTickets): void {
  const [path = '', query] = (request.raw.url ?? '').split('?', 2);
  if (query === undefined || !query.includes('ticket=')) return;
  const parameters = new URLSearchParams(query);
  const ticket = parameters.get('ticket');
  if (ticket === null) return;
  parameters.delete('ticket');
  const rest = parameters.toString();
  request.raw.url = rest === '' ? path : `${path}?${rest}`;
  const token = request.method === 'GET' ? tickets.redeem(ticket, path) : undefined;
  if (token === undefined)
    throw new Problem(401, 'stream-ticket-refused', {}, { headers: { 'www-authenticate': 'Bearer' } });
  request.headers.authorization = `Bearer ${token}`;
}
