import type { RegisteredQuestion } from '#contracts';
import type { ContractSchemas } from './contract-schema.js';
import type { JsonSchema } from './json-schema.js';

const HEADERS: JsonSchema = {
  type: 'object',
  properties: {
    piece: { type: 'string', pattern: '^\\d+$', description: 'Counted from 0: a gap means that the answer is lost.' },
    last: { const: 'true', description: 'The answer is whole; this message is empty.' },
    fault: { type: 'string', description: 'Why there is no more; what came before must not be taken for all of it.' },
  },
  required: ['piece'],
};
const LINES =
  'Lines of JSON, cut into pieces of at most 256 KiB wherever that is. The asker answers each piece with an empty message ' +
  'to its reply subject; only then the next one comes.';

/** Questions of one service to others (decision 3) as operations with a reply, one for each who answers. */
export function questionParts(questions: readonly RegisteredQuestion[], schemas: ContractSchemas): AsyncParts {
  const parts: AsyncParts = { channels: {}, operations: {}, messages: {} };
  for (const question of questions) {
    parts.messages[question.name] = questionMessage(question, schemas);
    parts.messages[`${question.name}.answer`] = answerMessage(question);
    parts.channels[`answer.${question.asker}`] = answerChannel(
      question.asker,
      questions.filter(({ asker }) => asker === question.asker),
    );
    for (const answerer of question.answerers) {
      const subject = `ask.${answerer}.${question.name}`;
      parts.channels[subject] = questionChannel(question, subject, answerer);
      parts.operations[`${subject}.request`] = operation(question, subject, answerer);
    }
  }
  return parts;
}

export interface AsyncParts {
  channels: Record<string, object>;
  operations: Record<string, object>;
  messages: Record<string, object>;
}

const SERVERS = [{ $ref: '#/servers/nats' }];

function questionChannel(question: RegisteredQuestion, address: string, answerer: string): object {
  return {
    address,
    title: `${question.type.name} to ${answerer}`,
    description: `In no stream: nothing of it is kept. ${question.asker} alone may ask, ${answerer} alone hears it. ${question.meaning}`,
    servers: SERVERS,
    messages: { question: { $ref: `#/components/messages/${question.name}` } },
  };
}

/** One for all who are asked: the subject of an answer is made for one question and used once. */
function answerChannel(asker: string, own: readonly RegisteredQuestion[]): object {
  return {
    address: null,
    title: `Answers to ${asker}`,
    description: `\`answer.${asker}.<id>\`, as the question's reply subject says. Only ${asker} may listen there.`,
    servers: SERVERS,
    messages: Object.fromEntries(own.map(({ name }) => [name, { $ref: `#/components/messages/${name}.answer` }])),
  };
}

function operation(question: RegisteredQuestion, subject: string, answerer: string): object {
  const { asker, meaning, name } = question;
  return {
    action: 'send',
    title: `${asker} asks ${answerer}`,
    summary: meaning,
    tags: [{ name: asker }],
    channel: { $ref: `#/channels/${subject}` },
    messages: [{ $ref: `#/channels/${subject}/messages/question` }],
    reply: {
      address: { location: '$message.header#/reply', description: 'The reply subject of the NATS message.' },
      channel: { $ref: `#/channels/answer.${asker}` },
      messages: [{ $ref: `#/channels/answer.${asker}/messages/${name}` }],
    },
  };
}

function questionMessage({ name, type, meaning, example }: RegisteredQuestion, schemas: ContractSchemas): object {
  return {
    name,
    title: type.name,
    summary: meaning,
    contentType: 'application/json',
    headers: { type: 'object', properties: { reply: { type: 'string', description: 'Where the answer goes.' } } },
    payload: schemas.referTo(type),
    examples: [{ name: 'example', payload: example }],
  };
}

function answerMessage({ name, type }: RegisteredQuestion): object {
  return {
    name: `${name}.answer`,
    title: `A piece of the answer to ${type.name}`,
    summary: LINES,
    contentType: 'application/x-ndjson',
    headers: HEADERS,
    payload: { type: 'string', description: LINES },
  };
}
