import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Revocations } from '../../auth/revocations.js';
import type { TokenSession } from '../../auth/token-session.js';
import { Clock } from '../../clock/clock.js';
import { ServiceConfig } from '../../config/service-config.js';
import { currentContext } from '../../context/request-context.js';
import { Metrics } from '../../metrics/metrics.js';
import { Problem } from '../../problems/problem.js';
import { EventStream } from './event-stream.js';
import { lastEventIdIn } from './sse-text.rules.js';

/** A reader that lost us comes back after this long. */
const RETRY_MS = 3_000;

/**
 * Opens event streams (SSE). Each ends when its token expires, its session is revoked or the process stops, beats
 * every `STREAM_HEARTBEAT_MS`, and drops a reader that does not read (ADR 0031).
 */
@Injectable()
export class EventStreams implements BeforeApplicationShutdown {
  private readonly streams = new Set<EventStream>();

  constructor(
    private readonly config: ServiceConfig,
    private readonly clock: Clock,
    private readonly revocations: Revocations,
    metrics: Metrics,
  ) {
    metrics.reading('hospital_event_streams', 'Event streams that this service has open.', [], () => [
      { value: this.streams.size },
    ]);
  }

  /**
   * Answers the request in hand with a stream; the controller takes `@Res()` and returns nothing.
   * @throws Problem 503 beyond `STREAMS_TOTAL`
   */
  open(reply: FastifyReply): EventStream {
    const session = currentContext()?.session;
    if (!session) throw new Problem(401, 'token-missing', {}, { headers: { 'www-authenticate': 'Bearer' } });
    if (this.streams.size >= this.config.streamsTotal) {
      throw new Problem(503, 'streams-exhausted', {}, { headers: { 'retry-after': '5' } });
    }
    const headers = reply.getHeaders();
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(headers as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const stream = new EventStream(reply.raw, lastEventIdOf(reply.request));
    stream.write(`retry: ${RETRY_MS}\n\n`);
    this.attend(stream, session);
    return stream;
  }

  beforeApplicationShutdown(): void {
    for (const stream of this.streams) stream.close();
  }

  private attend(stream: EventStream, session: TokenSession): void {
    const stopListening = this.revocations.onAdded(() => this.closeWhenOver(stream, session));
    const beat = setInterval(() => {
      this.closeWhenOver(stream, session);
      stream.beat();
    }, this.config.streamHeartbeatMs);
    const left = session.expiresAt * 1000 - this.clock.now().getTime();
    // A timer holds 24 days at most; the beats look as well.
    const expiry = setTimeout(
      () => this.closeWhenOver(stream, session),
      Math.min(Math.max(left, 0) + 1, 2_000_000_000),
    );
    this.streams.add(stream);
    stream.onClose(() => {
      stopListening();
      clearInterval(beat);
      clearTimeout(expiry);
      this.streams.delete(stream);
    });
  }

  private closeWhenOver(stream: EventStream, session: TokenSession): void {
    const expired = session.expiresAt * 1000 <= this.clock.now().getTime();
    if (expired || this.revocations.covers(session)) stream.close();
  }
}

/** An EventSource says it in a header only when it comes back by itself; one that is opened anew says it in the query. */
function lastEventIdOf({ headers, query }: FastifyRequest): string | undefined {
  return lastEventIdIn(headers['last-event-id'] ?? (query as Record<string, string | string[]>)['lastEventId']);
}
