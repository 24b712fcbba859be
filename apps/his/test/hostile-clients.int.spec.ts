import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#testing';
import { connect, type Socket } from 'node:net';
import { frameMessage } from '../src/mllp/mllp-framer.js';
import { MllpPorts } from '../src/mllp/mllp-ports.js';
import { aDischarge, codeOf, startHis, type HisService } from './his-service.js';

const MIB = 1024 * 1024;

describe('a client that misbehaves', () => {
  let his: HisService;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    his = await startHis({
      MLLP_MAX_FRAME_BYTES: String(MIB),
      // Long for what they take: service and clients are one process here, which a busy machine may hold up for seconds.
      MLLP_IDLE_TIMEOUT_MS: '10000',
      MLLP_WRITE_TIMEOUT_MS: '5000',
    });
  });
  afterEach(() => sockets.splice(0).forEach((socket) => socket.destroy()));
  afterAll(() => his.stop());

  const intruder = (): Promise<{ socket: Socket; closed: () => boolean }> =>
    new Promise((resolve, reject) => {
      let closed = false;
      const socket = connect({ host: '127.0.0.1', port: his.mllpPort });
      sockets.push(socket);
      socket.on('error', reject).on('close', () => (closed = true));
      socket.once('connect', () => resolve({ socket, closed: () => closed }));
    });

  /** Another client's conversation goes on, at its usual pace. */
  async function othersGoOn(): Promise<void> {
    const sender = await his.sender();
    for (let count = 0; count < 10; count += 1) expect(codeOf(await sender.send(aDischarge().bytes))).toBe('AA');
    await sender.close();
  }

  it('IN-1 by sending nothing is dropped, and hurts nobody', async () => {
    const silent = await Promise.all(Array.from({ length: 20 }, intruder));
    await othersGoOn();
    await eventually(() => expect(silent.every(({ closed }) => closed())).toBe(true));
  });

  it('IN-1 by sending garbage is dropped, and hurts nobody', async () => {
    const { socket, closed } = await intruder();
    const garbage = setInterval(() => socket.write(Buffer.alloc(64 * 1024, 0x41)), 5);
    await othersGoOn();
    await eventually(() => expect(closed()).toBe(true));
    clearInterval(garbage);
  });

  it('IN-1 by never reading its answers is dropped, and hurts nobody', async () => {
    const { socket, closed } = await intruder();
    socket.pause();
    const { text } = aDischarge({ msh: { 3: 'DEAF' } });
    // Each is refused with an answer as long as itself.
    const bytes = Buffer.from(text.replace('ADT^A03', `ADT^${'A'.repeat(100_000)}`));
    const flood = setInterval(() => {
      if (socket.writableLength < 4 * MIB) socket.write(frameMessage(bytes));
    }, 1);
    try {
      await othersGoOn();
      socket.once('error', () => undefined);
      await eventually(() =>
        expect(closed() || socket.destroyed || his.app.get(MllpPorts).openConnections === 0).toBe(true),
      );
    } finally {
      clearInterval(flood);
    }
    await othersGoOn();
  });

  it('IN-1 by sending a frame of 50 MB is refused with a reason, and hurts nobody', async () => {
    const { socket, closed } = await intruder();
    socket.on('error', () => undefined);
    const answers: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => answers.push(chunk));
    const before = process.memoryUsage().rss;
    const { text } = aDischarge({ msh: { 10: 'HUGE' } });
    socket.write(Buffer.concat([Buffer.of(0x0b), Buffer.from(text)]));
    for (let sent = 0; sent < 50 && !closed(); sent += 1) socket.write(Buffer.alloc(MIB, 0x41));
    await othersGoOn();
    await eventually(() =>
      expect(Buffer.concat(answers).toString()).toContain('MSA|AE|HUGE|MSH: the message is larger'),
    );
    await eventually(() => expect(closed()).toBe(true));
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * MIB);
    expect(await his.messages(`filter=controlId eq 'HUGE'`)).toEqual([]);
  });
});
