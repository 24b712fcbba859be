import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

const COMMAND = 'zINSTREAM\0';

/** A clamd that knows one virus: it speaks INSTREAM over TCP as the real one does, chunk by chunk. */
export class Clamd {
  readonly scanned: number[] = [];
  private server: Server | undefined;
  private port = 0;

  constructor(
    private readonly virus: string,
    private readonly maxBytes = Number.POSITIVE_INFINITY,
  ) {}

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** Starts it, a second time at the address it had. */
  async start(): Promise<void> {
    const server = createServer((socket) => this.serve(socket));
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const { server } = this;
    if (server) await new Promise((resolve) => server.close(resolve));
  }

  private serve(socket: Socket): void {
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      received = Buffer.concat([received, data]);
      const answer = this.answerTo(received);
      if (answer !== undefined) socket.end(`${answer}\0`);
    });
  }

  /** Undefined while the stream has not ended. */
  private answerTo(received: Buffer): string | undefined {
    if (received.length < COMMAND.length) return undefined;
    if (received.subarray(0, COMMAND.length).toString() !== COMMAND) return 'UNKNOWN COMMAND';
    const chunks: Buffer[] = [];
    for (let at = COMMAND.length; at + 4 <= received.length;) {
      const length = received.readUInt32BE(at);
      if (length === 0) return this.verdictOn(Buffer.concat(chunks));
      if (at + 4 + length > received.length) return undefined;
      chunks.push(received.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
    return undefined;
  }

  private verdictOn(content: Buffer): string {
    this.scanned.push(content.length);
    if (content.length > this.maxBytes) return 'INSTREAM size limit exceeded. ERROR';
    return content.includes(this.virus) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
  }
}
