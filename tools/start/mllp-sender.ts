import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const START = 0x0b;
const END = Buffer.from([0x1c, 0x0d]);
const PATIENCE_MS = 30_000;

export interface MllpAddress {
  host: string;
  port: number;
}

/** Sends messages one after the other on one connection, as a hospital system does. */
export class MllpSender {
  private readonly chunks: AsyncIterator<Buffer, undefined>;

  private constructor(private readonly socket: Socket) {
    this.chunks = socket.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer, undefined>;
  }

  static async connect(at: MllpAddress): Promise<MllpSender> {
    const socket = connect(at);
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('The HL7 listener did not answer within 30 s')));
    await once(socket, 'connect');
    return new MllpSender(socket);
  }

  /** @returns MSA-1 of the answer. @throws when the connection ends without one: the message may or may not be stored. */
  async send(message: Uint8Array): Promise<string> {
    this.socket.write(Buffer.concat([Buffer.from([START]), message, END]));
    return acknowledgementCode(await this.nextFrame());
  }

  close(): void {
    this.socket.destroy();
  }

  /** The peer waits for our next message before it writes again, so a frame ends where the bytes end. */
  private async nextFrame(): Promise<string> {
    let frame = Buffer.alloc(0);
    while (!frame.subarray(-END.length).equals(END)) {
      const { value, done } = await this.chunks.next();
      if (done) throw new Error('The HL7 listener closed the connection without an answer');
      frame = Buffer.concat([frame, value]);
    }
    return frame.toString('latin1');
  }
}

/** Sends all messages; answers each message's MSA-1. */
export async function sendByMllp(at: MllpAddress, messages: Uint8Array[]): Promise<string[]> {
  const sender = await MllpSender.connect(at);
  const codes: string[] = [];
  try {
    for (const message of messages) codes.push(await sender.send(message));
    return codes;
  } finally {
    sender.close();
  }
}

function acknowledgementCode(frame: string): string {
  return /\rMSA\|(\w+)/.exec(frame)?.[1] ?? 'no MSA';
}
