import { ROOT_CONTEXT, SpanKind as Kind, SpanStatusCode, trace, type Context } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';
import type { OpenSpan, SpanKind, SpanMaker, SpanText } from './tracing.js';

/** At most so long after its end a span is at the collector. */
const EXPORT_EVERY_MS = 1_000;
const KINDS: Record<SpanKind, Kind> = {
  server: Kind.SERVER,
  client: Kind.CLIENT,
  producer: Kind.PRODUCER,
  consumer: Kind.CONSUMER,
  internal: Kind.INTERNAL,
};

/** Sends spans to an OTLP/HTTP collector, in batches; one that is away costs spans and nothing else. */
export class OtlpSpans implements SpanMaker {
  private readonly provider: BasicTracerProvider;
  private readonly tracer;

  /** @param ratio of the traces that begin here, 0 to 1; others follow their parent's decision */
  constructor(service: string, endpoint: string, ratio: number) {
    const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
    this.provider = new BasicTracerProvider({
      resource: resourceFromAttributes({ 'service.name': service }),
      sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
      spanProcessors: [new BatchSpanProcessor(exporter, { scheduledDelayMillis: EXPORT_EVERY_MS })],
    });
    this.tracer = this.provider.getTracer('hospital');
  }

  open({ name, kind, attributes = {} }: SpanText, parent: string | undefined): OpenSpan {
    const span = this.tracer.startSpan(name, { kind: KINDS[kind], attributes }, contextOf(parent));
    const { traceId, spanId, traceFlags } = span.spanContext();
    return {
      traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
      end: ({ name: better, attributes: more, error } = {}) => {
        if (better !== undefined) span.updateName(better);
        if (more) span.setAttributes(more);
        // The kind of an error only: its words may quote a person.
        if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: kindOf(error) });
        span.end();
      },
    };
  }

  /** Sends what is left. */
  async shutdown(): Promise<void> {
    await this.provider.shutdown();
  }
}

function contextOf(parent: string | undefined): Context {
  if (parent === undefined) return ROOT_CONTEXT;
  const [, traceId = '', spanId = '', flags = '00'] = parent.split('-');
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: parseInt(flags, 16), isRemote: true });
}

function kindOf(error: unknown): string {
  return error instanceof Error ? error.constructor.name : 'error';
}
