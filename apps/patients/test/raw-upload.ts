import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  status: number;
  contentType: string;
  body: { code?: string; maxBytes?: number };
  /** Of the file, when the answer came. */
  sentBytes: number;
}

export interface RawFile {
  path: string;
  type: string;
  /** Its first bytes, by which its type is known; the rest is filler. */
  head: Buffer;
  bytes: number;
}

const PIECE = Buffer.alloc(262_144, '张伟,1\n');

/**
 * Sends a form with one endless file over a socket of its own, until an answer comes or all is sent.
 * @param announced whether the length is told beforehand
 */
export async function rawUpload(
  hospital: { url: string; token: string },
  { path, type, head: start, bytes: fileBytes }: RawFile,
  announced: boolean,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(hospital.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  // A server that has refused may close while we still write.
  socket.on('error', () => undefined);
  const received: Buffer[] = [];
  socket.on('data', (bytes: Buffer) => received.push(bytes));
  const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n' + `Content-Type: ${type}\r\n\r\n`;
  const length = announced ? `Content-Length: ${head.length + fileBytes + 9}` : 'Transfer-Encoding: chunked';
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${hospital.token}\r\n` +
      `Content-Type: multipart/form-data; boundary=b\r\n${length}\r\n\r\n`,
  );
  const write = (bytes: Buffer | string) =>
    socket.write(
      announced
        ? bytes
        : Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), Buffer.from(bytes), Buffer.from('\r\n')]),
    );
  write(head);
  write(start);
  let sentBytes = start.length;
  while (sentBytes < fileBytes && received.length === 0 && !socket.destroyed) {
    if (!write(PIECE)) await first(socket, 'drain', 'data', 'close');
    sentBytes += PIECE.length;
  }
  if (!socket.destroyed && !isWhole(received)) await first(socket, 'close');
  socket.destroy();
  const [top = '', body = '{}'] = Buffer.concat(received).toString().split('\r\n\r\n');
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(top)?.[1]),
    contentType: /^content-type: (.*)$/im.exec(top)?.[1]?.trim() ?? '',
    body: JSON.parse(body) as RawAnswer['body'],
    sentBytes,
  };
}

/** Whichever comes first; a server that closes while we write is no failure. */
function first(socket: Socket, ...events: string[]): Promise<void> {
  return new Promise((resolve) => {
    for (const event of events) socket.once(event, () => resolve());
  });
}

function isWhole(received: Buffer[]): boolean {
  const text = Buffer.concat(received).toString();
  const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? Number.NaN);
  return Buffer.byteLength(text.slice(text.indexOf('\r\n\r\n') + 4)) >= length;
}
