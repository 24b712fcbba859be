import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { sendByMllp } from './mllp-sender.js';

let server: Server;

afterEach(() => void server.close());

const listen = async (answer: (socket: Socket) => void) => {
  server = createServer((socket) => socket.on('data', () => answer(socket)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
};

describe('the demo’s hospital system', () => {
  it('reads each acknowledgement, also one that comes in pieces', async () => {
    let asked = 0;
    const at = await listen((socket) => {
      const code = ['AA', 'AE'][asked++] ?? '';
      socket.write(`\x0bMSH|^~\\&|CSC\rMSA|${code}|1`);
      setImmediate(() => socket.write('\r\x1c', () => setImmediate(() => socket.write('\r'))));
    });
    expect(await sendByMllp(at, [Buffer.from('one'), Buffer.from('two')])).toEqual(['AA', 'AE']);
  });

  it('says so when the listener hangs up', async () => {
    const at = await listen((socket) => socket.end());
    await expect(sendByMllp(at, [Buffer.from('one')])).rejects.toThrow(/without an answer/);
  });
});
