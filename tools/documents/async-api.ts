import { allContracts, allQuestions, type RegisteredContract } from '#contracts';
import { questionParts } from './async-api-questions.js';
import { CLOUD_EVENT_ENVELOPE, envelopeExample } from './cloud-event-schema.js';
import type { FieldMeanings } from './contract-meanings.js';
import { ContractSchemas } from './contract-schema.js';
import type { JsonSchema } from './json-schema.js';

const DESCRIPTION = `Every change of state travels as a CloudEvents 1.0 event in structured JSON over NATS JetStream. The \
address of a channel is the NATS subject and the type of the event; its first word is the service that owns it.

Events of one partitionkey arrive in order. An event may arrive more than once: its id tells. A contract changes only \
by addition; pass over fields you do not know. A field that is not required may be absent or null.

A service that needs an answer now asks another one over core NATS: operations with a reply, on subjects ask.<service>.<question>. They are \
between the services; integrators have no permission for them.`;

/** The AsyncAPI 3 document of every event and question there is a contract for. */
export function asyncApiDocument(version: string, meanings: FieldMeanings): object {
  const schemas = new ContractSchemas(meanings);
  const contracts = allContracts();
  const messages = Object.fromEntries(contracts.map((contract) => [contract.subject, messageOf(contract, schemas)]));
  const questions = questionParts(allQuestions(), schemas);
  return {
    asyncapi: '3.0.0',
    info: {
      title: '医院客户服务中心 Hospital customer service: events',
      version,
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/cloudevents+json',
    servers: {
      nats: {
        host: 'localhost:4222',
        protocol: 'nats',
        description: 'nats-server with JetStream, 2.9.10 or later; each service owns one stream of its own name.',
      },
    },
    channels: {
      ...Object.fromEntries(contracts.map((contract) => [contract.subject, channelOf(contract)])),
      ...questions.channels,
    },
    operations: {
      ...Object.fromEntries(contracts.map((contract) => [`${contract.subject}.send`, operationOf(contract)])),
      ...questions.operations,
    },
    components: {
      messages: { ...messages, ...questions.messages },
      schemas: { CloudEvent: CLOUD_EVENT_ENVELOPE, ...sorted(schemas.schemas) },
    },
  };
}

function serviceOf(contract: RegisteredContract): string {
  return contract.subject.split('.', 1)[0] ?? '';
}

function channelOf(contract: RegisteredContract): object {
  return {
    address: contract.subject,
    title: contract.type.name,
    description: `${contract.emittedWhen} Ordered by ${String(contract.key)}.`,
    servers: [{ $ref: '#/servers/nats' }],
    messages: { event: { $ref: `#/components/messages/${contract.subject}` } },
  };
}

function operationOf(contract: RegisteredContract): object {
  const service = serviceOf(contract);
  return {
    action: 'send',
    title: `${service} emits ${contract.type.name}`,
    summary: contract.emittedWhen,
    tags: [{ name: service }],
    channel: { $ref: `#/channels/${contract.subject}` },
    messages: [{ $ref: `#/channels/${contract.subject}/messages/event` }],
  };
}

function messageOf(contract: RegisteredContract, schemas: ContractSchemas): object {
  const own: JsonSchema = {
    type: 'object',
    properties: {
      type: { const: contract.subject },
      source: { const: `/services/${serviceOf(contract)}` },
      data: schemas.referTo(contract.type),
    },
    required: ['data'],
  };
  return {
    name: contract.subject,
    title: contract.type.name,
    summary: contract.emittedWhen,
    contentType: 'application/cloudevents+json',
    payload: { allOf: [{ $ref: '#/components/schemas/CloudEvent' }, own] },
    examples: [{ name: 'example', payload: envelopeExample(contract) }],
  };
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
