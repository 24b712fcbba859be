import { Agent, request, type OutgoingHttpHeaders } from 'node:http';
import { once } from 'node:events';

/** POSTs over connections that stay open, one a lane; cheaper than fetch where both sides share the machine with it. */
export class KeepAlive {
  private readonly agent: Agent;

  constructor(connections: number) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** @throws Error for any answer but 2xx */
  async post(url: string, body: object, headers: OutgoingHttpHeaders): Promise<string> {
    const sent = JSON.stringify(body);
    const sending = request(url, {
      method: 'POST',
      agent: this.agent,
      headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) },
    });
    const answered = once(sending, 'response');
    sending.end(sent);
    const [response] = (await answered) as [AsyncIterable<Buffer> & { statusCode: number }];
    const parts: Buffer[] = [];
    for await (const part of response) parts.push(part);
    const text = Buffer.concat(parts).toString();
    if (response.statusCode >= 300) throw new Error(`${url}: ${response.statusCode} ${text}`);
    return text;
  }

  close(): void {
    this.agent.destroy();
  }
}
