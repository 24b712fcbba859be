import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/** Enough for this process to read what has arrived already. */
const MOMENT_MS = 500;
/** The request of a connection whose head came last. */
const newest = new WeakMap<Socket, IncomingMessage>();

/** What {@link unlessItComes} goes by. */
export function rememberRequests(server: Server): void {
  server.on('request', (request: IncomingMessage) => newest.set(request.socket, request));
}

/**
 * Refuses a request that is late only when it is its caller who is. Node looks at the clock before it reads: after a
 * stall of our own it calls late what waits whole in the socket, and does not look at that connection again.
 */
export function unlessItComes(socket: Socket, refuse: () => void): void {
  const known = newest.get(socket);
  const isHere = known?.complete === false ? () => known.complete : () => newest.get(socket) !== known;
  setTimeout(() => isHere() || refuse(), MOMENT_MS).unref();
}
