import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  status: number;
  head: string;
  body: string;
}

/** Sends bytes as they are and reads until the server closes: no client library tidies the path up beforehand. */
export function rawHttp(url: string, pieces: string[]): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const received: Buffer[] = [];
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
      for (const piece of pieces) socket.write(piece);
    });
    // A server that refuses a body closes while we still write; what it said before counts.
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => received.push(bytes));
    socket.on('close', () => {
      const [head = '', ...body] = Buffer.concat(received).toString().split('\r\n\r\n');
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]);
      if (Number.isNaN(status)) reject(new Error(`No answer: ${head}`));
      else resolve({ status, head, body: body.join('\r\n\r\n') });
    });
  });
}

/** A GET of exactly this path. */
export function getExactly(url: string, path: string, headers: Record<string, string> = {}): Promise<RawAnswer> {
  const lines = Object.entries({ host: 'gateway', connection: 'close', ...headers }).map(([k, v]) => `${k}: ${v}`);
  return rawHttp(url, [`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`]);
}

/** Sends the beginning of a request and leaves it at that. */
export async function openRaw(url: string, text: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  // A server that has enough connections resets further ones: the test sees it by the state of the socket.
  socket.on('error', () => undefined);
  socket.resume().write(text);
  return socket;
}
