import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { isDatabaseAway } from '#platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { PooledClient } from '../src/database/pooled-client.js';

/** A message of the PostgreSQL protocol: type, length, body. */
function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const authenticated = message('R', Buffer.alloc(4));
const ready = message('Z', Buffer.from('I'));
const shutdown = message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0'));

describe('a database that ends a connection in the packet that makes it ready', () => {
  let server: Server;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(Buffer.concat([authenticated, ready, shutdown])));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  it('fails the statement, and not the process', async () => {
    const { port } = server.address() as AddressInfo;
    const url = `postgres://ward@127.0.0.1:${port}/ward`;
    const source = new DataSource({ type: 'postgres', url, extra: { Client: PooledClient } });
    const fault = await source.initialize().then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(isDatabaseAway(fault)).toBe(true);
  });
});
