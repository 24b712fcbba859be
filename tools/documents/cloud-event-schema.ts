import type { RegisteredContract } from '#contracts';
import type { JsonSchema } from './json-schema.js';

const text = (description: string, more: JsonSchema = {}): JsonSchema => ({ type: 'string', ...more, description });

/** What every event carries around its data. */
export const CLOUD_EVENT_ENVELOPE: JsonSchema = {
  type: 'object',
  description: 'CloudEvents 1.0 in structured JSON.',
  properties: {
    specversion: { const: '1.0' },
    id: text('Unique for ever; the same event sent again has the same id.', { format: 'uuid' }),
    source: text('Who emits it.'),
    type: text('The event and its version; also the NATS subject.'),
    time: text('When it happened.', { format: 'date-time' }),
    datacontenttype: { const: 'application/json' },
    partitionkey: text('Events of one key arrive in the order in which they happened.'),
    traceparent: text('W3C trace context of the work that caused it.'),
    actorid: text('The account on whose behalf it happened.'),
    data: { type: 'object' },
  },
  required: ['specversion', 'id', 'source', 'type', 'time', 'datacontenttype', 'partitionkey', 'data'],
};

/** A whole event around the contract's example. */
export function envelopeExample(contract: RegisteredContract): Record<string, unknown> {
  return {
    specversion: '1.0',
    id: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9ce1',
    source: `/services/${contract.subject.split('.', 1)[0]}`,
    type: contract.subject,
    time: '2026-03-02T02:15:00.000Z',
    datacontenttype: 'application/json',
    partitionkey: (contract.example as Record<string, unknown>)[contract.key],
    traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    data: contract.example,
  };
}
