import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ClamdScanner } from './clamd-scanner.js';

describe('a scan by clamd (decision 12)', () => {
  let server: Server;
  let scanner: ClamdScanner;
  beforeEach(async () => {
    // It answers the first bytes and hangs up, as clamd does to what is too large for it.
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end('INSTREAM size limit exceeded. ERROR\0', () => socket.destroy()));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    scanner = new ClamdScanner(`127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  afterEach(() => void server.close());

  it('that ends early lets go of the content, also when more of it comes afterwards', async () => {
    let over: () => void = () => undefined;
    const scanned = new Promise<void>((resolve) => (over = resolve));
    let released = false;
    async function* content(): AsyncGenerator<Buffer> {
      try {
        yield Buffer.alloc(10);
        await scanned;
        yield Buffer.alloc(10);
        yield Buffer.alloc(10);
      } finally {
        released = true;
      }
    }
    await expect(scanner.scan(content())).rejects.toThrow('no verdict: INSTREAM size limit exceeded');
    await wait(0);
    over();
    for (let turns = 0; turns < 100 && !released; turns += 1) await wait(1);
    expect(released).toBe(true);
  });
});
