import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ServiceConfig } from '../config/service-config.js';
import type { OtlpSpans } from './otlp-spans.js';
import { useSpanMaker } from './tracing.js';

/** Turns traces on where a collector is configured. OpenTelemetry is loaded only then: it is 20 MB of memory. */
@Injectable()
export class Traces implements OnApplicationShutdown {
  private constructor(private readonly spans: OtlpSpans | undefined) {}

  static async start(service: string, { otlpEndpoint, traceRatio }: ServiceConfig): Promise<Traces> {
    if (otlpEndpoint === undefined) return new Traces(undefined);
    const { OtlpSpans } = await import('./otlp-spans.js');
    const spans = new OtlpSpans(service, otlpEndpoint, traceRatio);
    useSpanMaker(spans);
    return new Traces(spans);
  }

  async onApplicationShutdown(): Promise<void> {
    if (!this.spans) return;
    useSpanMaker(undefined);
    // The collector may have gone first.
    await this.spans.shutdown().catch(() => undefined);
  }
}
