import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { MllpClient } from './mllp-client.js';
import { frameMessage } from './mllp-framer.js';
import { MllpListener } from './mllp-listener.js';
import type { MllpEvent, MllpHandler, MllpListenerOptions } from './mllp-options.js';

const message = (text: string): Buffer => Buffer.from(text, 'utf8');
const acknowledge: MllpHandler = (frame) => Promise.resolve([Buffer.concat([message('ACK '), frame])]);

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

interface Station {
  readonly listener: MllpListener;
  readonly port: number;
  readonly events: MllpEvent[];
  client(): Promise<MllpClient>;
  socket(): Promise<Socket>;
  /** The first event of this kind, when it comes. */
  seen<K extends MllpEvent['kind']>(kind: K): Promise<Extract<MllpEvent, { kind: K }>>;
}

async function aStation(options: Partial<MllpListenerOptions> = {}): Promise<Station> {
  const events: MllpEvent[] = [];
  const watchers: (() => void)[] = [];
  const onEvent = (event: MllpEvent): void => {
    events.push(event);
    watchers.forEach((watcher) => watcher());
  };
  const listener = new MllpListener({ host: '127.0.0.1', port: 0, handler: acknowledge, onEvent, ...options });
  const { port } = await listener.listen();
  cleanUps.push(() => listener.stop());
  return {
    listener,
    port,
    events,
    async client() {
      const client = await MllpClient.connect({ host: '127.0.0.1', port, timeoutMs: 5_000 });
      cleanUps.push(() => client.close());
      return client;
    },
    async socket() {
      const socket = connect({ host: '127.0.0.1', port });
      socket.on('error', () => undefined);
      cleanUps.push(() => socket.destroy());
      await once(socket, 'connect');
      return socket;
    },
    seen(kind) {
      type Wanted = Extract<MllpEvent, { kind: typeof kind }>;
      const find = () => events.find((event): event is Wanted => event.kind === kind);
      return new Promise((resolve) => {
        const look = (): void => {
          const event = find();
          if (event) resolve(event);
        };
        watchers.push(look);
        look();
      });
    },
  };
}

/** A handler that works until it is released. */
function aSlowHandler() {
  const started = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const handled: string[] = [];
  const handler: MllpHandler = async (frame) => {
    started.resolve();
    await released.promise;
    handled.push(frame.toString());
    return [Buffer.concat([message('ACK '), frame])];
  };
  return { handler, handled, started: started.promise, release: () => released.resolve() };
}

async function everything(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}

describe('an MLLP port', () => {
  it('IN-1 answers message after message on one connection, in order', async () => {
    const station = await aStation();
    const client = await station.client();
    const answers = await Promise.all(['1', '2', '3'].map((text) => client.send(message(text))));
    expect(answers.map(String)).toEqual(['ACK 1', 'ACK 2', 'ACK 3']);
  });

  it('IN-1 has one message of a connection in work at a time', async () => {
    let inWork = 0;
    let most = 0;
    const station = await aStation({
      handler: async (frame) => {
        most = Math.max(most, (inWork += 1));
        await new Promise(setImmediate);
        inWork -= 1;
        return [frame];
      },
    });
    const client = await station.client();
    await Promise.all(Array.from({ length: 20 }, (_, i) => client.send(message(String(i)))));
    expect(most).toBe(1);
  });

  it('IN-1 gives all answers of a message, or none', async () => {
    const station = await aStation({
      handler: (frame) => Promise.resolve(frame.toString() === 'quiet' ? undefined : [message('CA'), message('AA')]),
    });
    const client = await station.client();
    await client.exchange(message('quiet'), 0);
    expect((await client.exchange(message('loud'), 2)).map(String)).toEqual(['CA', 'AA']);
  });

  it('IN-1 answers a client that closed its side after sending', async () => {
    const slow = aSlowHandler();
    const station = await aStation({ handler: slow.handler });
    const socket = await station.socket();
    const received = everything(socket);
    socket.end(frameMessage(message('last')));
    await slow.started;
    slow.release();
    expect(await received).toBe(frameMessage(message('ACK last')).toString());
  });

  it('IN-1 closes without an answer when the message could not be handled, so that it is sent again', async () => {
    const station = await aStation({ handler: () => Promise.reject(new Error('database is away')) });
    const client = await station.client();
    await expect(client.send(message('A'))).rejects.toThrow('closed before an answer');
    expect(await station.seen('closed')).toMatchObject({
      reason: 'handler-failed',
      error: new Error('database is away'),
    });
  });

  it('IN-1 speaks TLS', async () => {
    // A pre-shared key needs no certificate in the repository.
    const psk = { ciphers: 'PSK+HIGH', maxVersion: 'TLSv1.2', minVersion: 'TLSv1.2' } as const;
    const key = Buffer.alloc(32, 7);
    const station = await aStation({ tls: { ...psk, pskCallback: () => key } });
    const tls = { ...psk, pskCallback: () => ({ psk: key, identity: 'his' }), checkServerIdentity: () => undefined };
    const client = await MllpClient.connect({ host: '127.0.0.1', port: station.port, tls, timeoutMs: 5_000 });
    expect((await client.send(message('secret'))).toString()).toBe('ACK secret');
    await client.close();
    const plain = await station.socket();
    const gone = once(plain, 'close');
    plain.write(frameMessage(message('in the clear')));
    await gone;
    expect(station.listener.openConnections).toBe(0);
  });
});

describe('a client that misbehaves', () => {
  it('IN-1 that sends nothing is dropped after the idle time', async () => {
    const station = await aStation({ idleTimeoutMs: 30 });
    await station.socket();
    expect(await station.seen('closed')).toMatchObject({ reason: 'idle', frames: 0 });
  });

  it('IN-1 that sends garbage is dropped after the idle time, however busily it does so', async () => {
    const station = await aStation({ idleTimeoutMs: 80 });
    const socket = await station.socket();
    const noise = setInterval(() => socket.write(Buffer.of(0x0b, 0x41)), 5);
    cleanUps.push(() => clearInterval(noise));
    const closed = await station.seen('closed');
    expect(closed).toMatchObject({ reason: 'idle', frames: 0 });
    expect(closed.droppedBytes).toBeGreaterThan(0);
  });

  it('IN-1 is not idle while its message is worked on', async () => {
    const slow = aSlowHandler();
    const station = await aStation({ handler: slow.handler, idleTimeoutMs: 20 });
    const client = await station.client();
    const answer = client.send(message('slow'));
    await slow.started;
    const other = await station.socket();
    // The other connection, opened later, runs into the idle time; the working one must not.
    await once(other, 'close');
    slow.release();
    expect((await answer).toString()).toBe('ACK slow');
  });

  it('IN-1 that never reads its answers is dropped, and holds up nobody', async () => {
    const large = Buffer.alloc(4 * 1024 * 1024, 0x41);
    const station = await aStation({
      writeTimeoutMs: 100,
      handler: (frame) => Promise.resolve([frame.toString() === 'deaf' ? large : message('ACK')]),
    });
    const deaf = await station.socket();
    deaf.pause();
    for (let i = 0; i < 50; i += 1) deaf.write(frameMessage(message('deaf')));
    const client = await station.client();
    expect((await client.send(message('A'))).toString()).toBe('ACK');
    const closed = await station.seen('closed');
    expect(closed).toMatchObject({ reason: 'answers-not-read' });
    // The rest of its messages was never begun, so no further answer was piled up for it.
    expect(closed.frames).toBeLessThan(10);
    expect((await client.send(message('B'))).toString()).toBe('ACK');
  });

  it('IN-1 that sends faster than is worked waits in its own TCP window, not in our memory', async () => {
    const slow = aSlowHandler();
    const quick: MllpHandler = (frame) => Promise.resolve([frame]);
    const station = await aStation({
      handler: (frame, connection) => (frame.length > 10 ? slow.handler : quick)(frame, connection),
    });
    const hasty = await station.socket();
    const frame = frameMessage(Buffer.alloc(1024 * 1024, 0x41));
    for (let i = 0; i < 64; i += 1) hasty.write(frame);
    await slow.started;
    const client = await station.client();
    for (let i = 0; i < 200; i += 1) await client.send(message(String(i)));
    expect(hasty.writableLength).toBeGreaterThan(16 * 1024 * 1024);
    hasty.destroy();
    slow.release();
  });

  it('IN-1 that sends a 50 MB frame is told so, closed, and hurts nobody', async () => {
    let handled = 0;
    const station = await aStation({
      handler: (frame) => {
        handled += 1;
        return acknowledge(frame, { id: '', remoteAddress: '' });
      },
      answerOversized: (head) => message(`NAK ${head.subarray(0, 8).toString()}`),
    });
    const client = await station.client();
    const giant = await station.socket();
    const received = everything(giant);
    giant.write(Buffer.concat([Buffer.of(0x0b), message('MSH|^~\\&|')]));
    giant.end(Buffer.alloc(50 * 1024 * 1024, 0x41));
    expect((await client.send(message('A'))).toString()).toBe('ACK A');
    expect(await received).toBe(frameMessage(message('NAK MSH|^~\\&')).toString());
    expect(await station.seen('closed')).toMatchObject({ reason: 'oversized' });
    expect(handled).toBe(1);
  });

  it('IN-1 cannot take every connection: limits in total and per address', async () => {
    const perAddress = await aStation({ maxConnectionsPerAddress: 1 });
    const first = await perAddress.client();
    await once(await perAddress.socket(), 'close');
    expect(perAddress.events).toContainEqual({
      kind: 'refused',
      remoteAddress: '127.0.0.1',
      reason: 'too-many-from-address',
    });
    expect((await first.send(message('A'))).toString()).toBe('ACK A');

    const total = await aStation({ maxConnections: 1 });
    await total.client();
    await once(await total.socket(), 'close');
    expect(total.events).toContainEqual(expect.objectContaining({ kind: 'refused', reason: 'too-many' }));
  });

  it('IN-1 frees its place when it leaves', async () => {
    const station = await aStation({ maxConnections: 1 });
    await (await station.client()).close();
    await station.seen('closed');
    expect((await (await station.client()).send(message('A'))).toString()).toBe('ACK A');
  });
});

describe('stopping the port', () => {
  it('IN-1 answers the message in flight, begins no other, and accepts nobody', async () => {
    const slow = aSlowHandler();
    const station = await aStation({ handler: slow.handler });
    const socket = await station.socket();
    const received = everything(socket);
    socket.write(Buffer.concat([frameMessage(message('first')), frameMessage(message('second'))]));
    await slow.started;
    const stopped = station.listener.stop();
    await expect(station.socket()).rejects.toThrow('ECONNREFUSED');
    slow.release();
    await stopped;
    expect(await received).toBe(frameMessage(message('ACK first')).toString());
    expect(slow.handled).toEqual(['first']);
  });

  it('IN-1 does not wait for ever for a message that does not end', async () => {
    const slow = aSlowHandler();
    const station = await aStation({ handler: slow.handler, drainTimeoutMs: 30 });
    const client = await station.client();
    const answer = expect(client.send(message('A'))).rejects.toThrow('closed');
    await slow.started;
    await station.listener.stop();
    await answer;
    slow.release();
  });
});

describe('a sender', () => {
  it('gives up a connection whose answer does not come, so that a late one is not taken for the next', async () => {
    const station = await aStation({ handler: () => Promise.resolve(undefined) });
    const client = await MllpClient.connect({ host: '127.0.0.1', port: station.port, timeoutMs: 30 });
    await expect(client.send(message('A'))).rejects.toThrow('no MLLP answer within 30 ms');
    await expect(client.send(message('B'))).rejects.toThrow('no MLLP answer within 30 ms');
  });
});
