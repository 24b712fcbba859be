import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { limitedNetwork, plainAddress } from './client-address.rules.js';
import type { ClientAddresses } from './client-addresses.js';

/** Open connections an address may have; further ones are closed unheard. Proxies of ours may have any number. */
export function limitConnections(server: Server, most: number, addresses: ClientAddresses): void {
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const peer = socket.remoteAddress;
    if (peer === undefined || addresses.isProxy(peer)) return;
    const network = limitedNetwork(plainAddress(peer));
    const count = (open.get(network) ?? 0) + 1;
    if (count > most) {
      socket.destroy();
      return;
    }
    open.set(network, count);
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1;
      if (left === 0) open.delete(network);
      else open.set(network, left);
    });
  });
}
