/** One event as `text/event-stream` has it. `data` goes out as JSON. */
export interface StreamMessage {
  /** What a browser that comes back says in `Last-Event-ID`. */
  id?: string;
  event?: string;
  data: unknown;
}

const ONE_LINE = /^[^\r\n\0]{1,200}$/;

/** @throws Error when id or event name would break out of its line. */
export function sseText({ id, event, data }: StreamMessage): string {
  for (const line of [id, event]) {
    if (line !== undefined && !ONE_LINE.test(line)) throw new Error('An id or event name must be one short line');
  }
  const head = `${id === undefined ? '' : `id: ${id}\n`}${event === undefined ? '' : `event: ${event}\n`}`;
  // JSON has no raw line ends.
  return `${head}data: ${JSON.stringify(data)}\n\n`;
}

/** What the reader has already, if it says so in a form of ours. */
export function lastEventIdIn(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && ONE_LINE.test(header) ? header : undefined;
}
