/** One event of a text/event-stream. */
export interface StreamEvent {
  id: string;
  event: string;
  data: { resumed?: boolean; notifications?: { id: string; state: string }[] };
}

/** Reads server-sent events as a console does; what came is in `events`. */
export class EventStream {
  readonly events: StreamEvent[] = [];
  readonly ended: Promise<void>;
  private readonly abort = new AbortController();

  private constructor(url: string, headers: Record<string, string>) {
    this.ended = this.read(url, headers).catch((error: unknown) => {
      if (!this.abort.signal.aborted) throw error;
    });
  }

  static open(url: string, token: string, lastEventId?: string): EventStream {
    const resume: Record<string, string> = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
    return new EventStream(`${url}/staff/notifications/stream`, { authorization: `Bearer ${token}`, ...resume });
  }

  close(): Promise<void> {
    this.abort.abort();
    return this.ended;
  }

  private async read(url: string, headers: Record<string, string>): Promise<void> {
    const answer = await fetch(url, { headers, signal: this.abort.signal });
    if (!answer.ok || !answer.body) throw new Error(`${answer.status} ${await answer.text()}`);
    let rest = '';
    for await (const text of answer.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      this.events.push(...blocks.flatMap(eventOf));
    }
  }
}

function eventOf(block: string): StreamEvent[] {
  const fields = new Map(block.split('\n').map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]));
  const data = fields.get('data');
  if (data === undefined) return [];
  return [
    { id: fields.get('id') ?? '', event: fields.get('event') ?? '', data: JSON.parse(data) as StreamEvent['data'] },
  ];
}
