import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { AntivirusScanner, ScanResult } from './antivirus-scanner.js';

const PORT = 3310;
const IDLE_MS = 30_000;
const CHUNK_BYTES = 65_536;
const LONGEST_ANSWER = 4_096;

/** clamd, asked by its INSTREAM command: chunks with their length before them, an empty one at the end. */
export class ClamdScanner implements AntivirusScanner {
  private readonly host: string;
  private readonly port: number;

  /** @param address `host` or `host:port` */
  constructor(address: string) {
    const [host = '', port] = address.split(':');
    this.host = host;
    this.port = port === undefined ? PORT : Number(port);
  }

  async scan(content: AsyncIterable<Buffer>): Promise<ScanResult> {
    const socket = connect(this.port, this.host);
    socket.setTimeout(IDLE_MS, () => socket.destroy(new Error('clamd is silent')));
    try {
      const answer = answerOn(socket);
      // Its error reaches us by the sending too: whoever is first tells.
      answer.catch(() => undefined);
      await once(socket, 'connect');
      await Promise.race([send(socket, content), answer]);
      return verdictOf(await answer);
    } finally {
      socket.destroy();
    }
  }
}

async function send(socket: Socket, content: AsyncIterable<Buffer>): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const whole of content) {
    for (let at = 0; at < whole.length; at += CHUNK_BYTES) {
      // It answers before the end when it will not read on. A closed socket would never say that it closes.
      if (socket.readableEnded || !socket.writable) return;
      const chunk = whole.subarray(at, at + CHUNK_BYTES);
      socket.write(lengthOf(chunk.length));
      if (!socket.write(chunk)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
    }
  }
  socket.write(lengthOf(0));
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

async function answerOn(socket: Socket): Promise<string> {
  let text = '';
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    text += chunk.toString('utf8');
    const end = text.indexOf('\0');
    if (end >= 0) return text.slice(0, end);
    if (text.length > LONGEST_ANSWER) break;
  }
  throw new Error('clamd gave no answer');
}

function verdictOf(answer: string): ScanResult {
  if (/^stream: OK$/.test(answer)) return { clean: true };
  const finding = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (finding !== undefined) return { clean: false, finding };
  throw new Error(`clamd gave no verdict: ${answer}`);
}
