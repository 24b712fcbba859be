import { newId } from '../database/new-id.js';
import { continueTrace, currentContext, runInContext } from '../context/request-context.js';

export type SpanKind = 'server' | 'client' | 'producer' | 'consumer' | 'internal';

/** What a span says: names of routes, subjects and services, never of people, and no ids of theirs. */
export interface SpanText {
  name: string;
  kind: SpanKind;
  attributes?: Record<string, string | number>;
  /** The traceparent it continues: that of the work in hand unless given; null begins a trace. */
  parent?: string | null | undefined;
}

export interface OpenSpan {
  /** What work below it continues. */
  readonly traceparent: string;
  end(outcome?: { name?: string; attributes?: Record<string, string | number>; error?: unknown }): void;
}

/** Makes spans; there is one a process, and none unless a collector is configured. */
export interface SpanMaker {
  open(span: SpanText, parent: string | undefined): OpenSpan;
}

let maker: SpanMaker | undefined;

/** The process makes spans from now on, or, without a maker, no more. */
export function useSpanMaker(next: SpanMaker | undefined): void {
  maker = next;
}

/** Opens a span; undefined when this process makes none. Whoever opens one ends it. */
export function openSpan(span: SpanText): OpenSpan | undefined {
  const parent = span.parent === undefined ? currentContext()?.traceparent : (span.parent ?? undefined);
  return maker?.open(span, parent);
}

/** Runs the work in a span of its own. Without a collector it only runs it. */
export async function traced<T>(describe: () => SpanText, work: () => Promise<T>): Promise<T> {
  const span = maker && openSpan(describe());
  if (!span) return work();
  const context = { requestId: newId(), ...currentContext(), traceparent: span.traceparent };
  try {
    const result = await runInContext(context, work);
    span.end();
    return result;
  } catch (error) {
    span.end({ error });
    throw error;
  }
}

/** Runs work that nobody's request caused: with a request id, for the logs, and a trace of its own. */
export function asOwnWork<T>(describe: () => SpanText, work: () => Promise<T>): Promise<T> {
  return runInContext({ requestId: newId(), traceparent: continueTrace(undefined) }, () =>
    traced(() => ({ parent: null, ...describe() }), work),
  );
}
