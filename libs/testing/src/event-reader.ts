/** One event of a text/event-stream. */
export interface StreamEvent {
  id: string;
  event: string;
  data: { resumed?: boolean; notifications?: { id: string; state: string }[] };
}

/** Reads server-sent events as a console does; what came is in `events`. */
export class EventReader {
  readonly events: StreamEvent[] = [];
  /** How often the stream said that it is there. */
  beats = 0;
  /** When the stream is over, whoever ended it. */
  readonly ended: Promise<void>;

  private constructor(
    readonly answer: Response,
    private readonly abort: AbortController,
  ) {
    this.ended = answer.ok ? this.read().catch(() => undefined) : Promise.resolve();
  }

  /** Resolves with the head of the answer, whatever its status; only an open stream is read. */
  static async open(url: string, headers: Record<string, string> = {}): Promise<EventReader> {
    const abort = new AbortController();
    const answer = await fetch(url, { headers: { accept: 'text/event-stream', ...headers }, signal: abort.signal });
    return new EventReader(answer, abort);
  }

  get lastEventId(): string | undefined {
    return this.events.at(-1)?.id;
  }

  close(): Promise<void> {
    this.abort.abort();
    return this.ended;
  }

  private async read(): Promise<void> {
    if (!this.answer.body) return;
    let rest = '';
    for await (const text of this.answer.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      this.beats += blocks.filter((block) => block.startsWith(':')).length;
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
