import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { isDatabaseAway } from '#platform';
import { testEnvironment } from '#testing';
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

describe('a database whose machine vanishes from the network', () => {
  const sockets: Socket[] = [];
  let vanished = false;
  let wire: Server;
  let source: DataSource;

  beforeAll(async () => {
    const { hostname, port } = new URL(testEnvironment().adminUrl);
    wire = createServer((near) => {
      const far = connect(Number(port), hostname);
      sockets.push(near, far);
      for (const [from, to] of [[near, far] as const, [far, near] as const]) {
        from.on('error', () => undefined);
        // What was sent before is still there, and nobody says that nothing comes any more.
        from.on('data', (bytes: Buffer) => vanished || to.write(bytes));
        from.on('close', () => vanished || to.destroy());
      }
    }).listen(0, '127.0.0.1');
    await once(wire, 'listening');
    const url = new URL(testEnvironment().adminUrl);
    url.host = `127.0.0.1:${(wire.address() as AddressInfo).port}`;
    const extra = { Client: PooledClient, statement_timeout: 2_000 };
    source = await new DataSource({ type: 'postgres', url: url.href, poolSize: 1, extra }).initialize();
  });

  afterAll(async () => {
    await source.destroy();
    for (const socket of sockets) socket.destroy();
    wire.close();
  });

  it('fails the statement as one that may be tried again, and the next one has a connection of its own', async () => {
    await source.query('SELECT 1');
    vanished = true;
    const fault = await source.query('SELECT 2').then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(isDatabaseAway(fault)).toBe(true);
    vanished = false;
    expect(await source.query('SELECT 3 AS three')).toEqual([{ three: 3 }]);
  });

  it('gives up no connection that only waits for work, however long', async () => {
    const pid = () => source.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid');
    const before = await pid();
    const runner = source.createQueryRunner();
    const { connection } = (await runner.connect()) as { connection: { stream: Socket } };
    const silent = once(connection.stream, 'timeout');
    await runner.release();
    await silent;
    expect(await pid()).toEqual(before);
  });
});
