import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { once } from 'node:events';
import { waitUntil } from './wait-until.js';

export interface NatsServerInfo {
  version: string;
  jetstream: boolean;
}

export interface NatsWait {
  timeoutMs?: number;
  /** Stops waiting, for instance because the server has exited. */
  unless?: () => boolean;
}

/** With no_responders a server that has no JetStream says so at once. */
const CONNECT = { verbose: false, pedantic: false, headers: true, no_responders: true };

/**
 * Waits until the server's JetStream answers. Written on the wire protocol
 * (https://docs.nats.io/reference/reference-protocols/nats-protocol), since only the event bus may know the client.
 */
export async function waitForNats(url: string, { timeoutMs = 30_000, unless }: NatsWait = {}): Promise<NatsServerInfo> {
  let last: unknown;
  const info = await waitUntil(
    async () => {
      if (unless?.()) throw new Error('nats-server exited while starting');
      try {
        return await askJetStream(url);
      } catch (error) {
        if (error instanceof NatsRefusal) throw error;
        last = error;
        return undefined;
      }
    },
    { timeoutMs, everyMs: 20 },
  );
  if (!info) throw new Error(`nats-server does not answer: ${String(last)}`);
  return info;
}

const OLDEST_NATS = [2, 9, 10];

/** Refuses a server that the project does not run on, saying what it lacks; answers its version. */
export async function checkNats(url: string): Promise<string> {
  const { version, jetstream } = await waitForNats(url, { timeoutMs: 5_000 });
  if (!isNatsNewEnough(version)) {
    throw new Error(`NATS_URL names a nats-server ${version}; ${OLDEST_NATS.join('.')} or newer is needed`);
  }
  if (!jetstream) throw new Error('The nats-server of NATS_URL runs without JetStream: start it with -js');
  return version;
}

export function isNatsNewEnough(version: string, oldest = OLDEST_NATS): boolean {
  const parts = version.split(/[.-]/).map(Number);
  const differing = oldest.findIndex((part, index) => (parts[index] ?? 0) !== part);
  return differing === -1 || (parts[differing] ?? 0) > (oldest[differing] ?? 0);
}

/** The server has understood us and says no: asking again does not help. */
class NatsRefusal extends Error {}

async function askJetStream(url: string): Promise<NatsServerInfo> {
  const { hostname, port, username, password, protocol } = new URL(url);
  let socket: Socket = connectTcp({ host: hostname, port: Number(port || 4222) });
  // The reader below reports it; without a listener the last one, of a server going away, would end the program.
  socket.on('error', () => undefined);
  socket.setTimeout(5_000, () => socket.destroy(new Error('no answer within 5 s')));
  try {
    const info = JSON.parse((await answerTo(socket, /INFO (\{.*\})\s*\r\n/))[1] ?? '{}') as NatsServerInfo & {
      tls_required?: boolean;
    };
    if (info.tls_required || protocol === 'tls:') {
      socket = connectTls({ socket, servername: hostname });
      await once(socket, 'secureConnect');
    }
    const login = loginOf(decodeURIComponent(username), decodeURIComponent(password));
    const inbox = username === '' ? '_INBOX.readiness' : `_INBOX_${username}.readiness`;
    socket.write(`CONNECT ${JSON.stringify({ ...CONNECT, ...login })}\r\nSUB ${inbox} 1\r\nPING\r\n`);
    socket.write(`PUB $JS.API.INFO ${inbox} 0\r\n\r\n`);
    const jetstream = info.jetstream === true && (await answers(socket));
    return { version: info.version, jetstream };
  } finally {
    socket.destroy();
  }
}

function loginOf(user: string, pass: string): Record<string, string> {
  if (user === '') return {};
  return pass === '' ? { auth_token: user } : { user, pass };
}

async function answers(socket: Socket): Promise<boolean> {
  const [answer, refusal] = await answerTo(socket, /^H?MSG .*\r\n|-ERR '(.*)'\r\n/m);
  // Let in as somebody who may not ask: the greeting has said that there is JetStream.
  if (refusal?.startsWith('Permissions Violation')) return true;
  if (refusal !== undefined) throw new NatsRefusal(`nats-server refuses: ${refusal}`);
  return answer.startsWith('MSG');
}

/** Reads until the text matches; fails when the server hangs up before. */
async function answerTo(socket: Socket, pattern: RegExp): Promise<RegExpExecArray> {
  let text = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const match = pattern.exec(text);
      if (!match) return;
      socket.off('data', read);
      resolve(match);
    };
    socket.on('data', read);
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('nats-server closed the connection')));
  });
}
