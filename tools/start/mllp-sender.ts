import { once } from 'node:events';
import { connect } from 'node:net';

const START = 0x0b;
const END = Buffer.from([0x1c, 0x0d]);

/** Sends messages one after the other on one connection, as a hospital system does; answers each message's MSA-1. */
export async function sendByMllp(at: { host: string; port: number }, messages: Uint8Array[]): Promise<string[]> {
  const socket = connect(at);
  socket.setTimeout(30_000, () => socket.destroy(new Error('The HL7 listener did not answer within 30 s')));
  await once(socket, 'connect');
  const chunks = socket.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer, undefined>;
  const codes: string[] = [];
  try {
    for (const message of messages) {
      socket.write(Buffer.concat([Buffer.from([START]), message, END]));
      codes.push(acknowledgementCode(await nextFrame(chunks)));
    }
    return codes;
  } finally {
    socket.destroy();
  }
}

/** The peer waits for our next message before it writes again, so a frame ends where the bytes end. */
async function nextFrame(chunks: AsyncIterator<Buffer, undefined>): Promise<string> {
  let frame = Buffer.alloc(0);
  while (!frame.subarray(-END.length).equals(END)) {
    const { value, done } = await chunks.next();
    if (done) throw new Error('The HL7 listener closed the connection without an answer');
    frame = Buffer.concat([frame, value]);
  }
  return frame.toString('latin1');
}

function acknowledgementCode(frame: string): string {
  return /\rMSA\|(\w+)/.exec(frame)?.[1] ?? 'no MSA';
}
