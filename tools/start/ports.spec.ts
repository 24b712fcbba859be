import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:net';
import { pickFreePort } from '../backing-services/index.js';
import { settlePorts } from './ports.js';

let other: Server;
let taken: number;

beforeEach(async () => {
  taken = await pickFreePort();
  other = createServer();
  await new Promise<void>((resolve) => other.listen(taken, '127.0.0.1', resolve));
});

afterEach(() => void other.close());

describe('the ports of a start', () => {
  it('names the part, the port and the variable when a demanded one is taken', async () => {
    const message = `Port ${taken} for gateway is taken by another program. Stop it, or choose another port: GATEWAY_PORT=`;
    await expect(settlePorts(['gateway'], { gateway: taken }, true)).rejects.toThrow(message);
    await expect(settlePorts(['mllp'], { mllp: taken }, true)).rejects.toThrow('MLLP_PORT=');
  });

  it('gives every part a port of its own', async () => {
    const free = await pickFreePort();
    const settled = await settlePorts(['gateway', 'staff', 'his'], { gateway: free }, false);
    expect(settled['gateway']).toBe(free);
    expect(new Set(Object.values(settled)).size).toBe(3);
  });
});
