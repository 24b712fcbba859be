import { allQuestions } from '#contracts';
import { BROADCASTS, OPERATOR, type PartnerUser, SERVICE_USERS, type ServiceUser } from './nats-users.js';

/** Subjects, with NATS's wildcards. What is not allowed is denied. */
export interface Permissions {
  publish: { allow: string[]; deny: string[] };
  subscribe: { allow: string[] };
}

const API = '$JS.API';

/**
 * What a service does: its own stream and events, its consumers on others' streams, the broadcasts, and the questions
 * it asks or answers (libs/event-bus/src/questions).
 */
export function permissionsOfService(service: ServiceUser, partners: PartnerUser[]): Permissions {
  const { name, emits, consumes, asks = [], readyFor = [] } = service;
  const here = SERVICE_USERS.filter((other) => other.asks?.includes(name)).map((other) => other.name);
  const askers = [...here, ...readyFor];
  const receivesPartners = name === 'his';
  return {
    publish: {
      allow: [
        ...(emits ? [`${name}.>`, ...ownStream(name)] : []),
        ...consumes.flatMap((stream) => consuming(stream, name)),
        ...BROADCASTS.flatMap(listening),
        ...asks.flatMap((answerer) => asking(name, answerer)),
        ...askers.map((asker) => `answer.${asker}.>`),
      ],
      deny: [...(receivesPartners ? ['his.in.>'] : []), ...othersDurables(name, partners)],
    },
    subscribe: {
      allow: [
        inbox(name),
        ...(receivesPartners ? ['his.in.>'] : []),
        ...(asks.length > 0 ? [`answer.${name}.>`] : []),
        ...(askers.length > 0 ? [`ask.${name}.>`] : []),
      ],
    },
  };
}

/** A partner hands in what is under its own name, hears why something was rejected, and reads what it was granted. */
export function permissionsOfPartner({ name, events }: PartnerUser): Permissions {
  const reading = events.flatMap((subject) => {
    const durable = durableOfPartner(name, subject);
    const create = `${API}.CONSUMER.CREATE.${streamOf(subject)}.${durable}.${subject}`;
    return [create, ...using(streamOf(subject), durable)];
  });
  return {
    publish: { allow: [`his.in.${name}.>`, ...reading], deny: [] },
    subscribe: { allow: [inbox(name), `his.rejected.${name}`, ...events] },
  };
}

/** Operations look at everything and mend streams and consumers; events come from their owners alone. */
export function permissionsOfOperator(): Permissions {
  const streams = SERVICE_USERS.filter(({ emits }) => emits).map(({ name }) => `${name}.>`);
  return {
    publish: { allow: [`${API}.>`, '$JS.ACK.>'], deny: [] },
    subscribe: { allow: [inbox(OPERATOR), '$JS.EVENT.>', ...streams] },
  };
}

/** Its own questions, and no others: some of another asker change things there. */
function asking(asker: string, answerer: string): string[] {
  const own = allQuestions().filter((question) => question.asker === asker && question.answerers.includes(answerer));
  return [...own.map(({ name }) => `ask.${answerer}.${name}`), `ask.${answerer}.taken.>`];
}

/** The durable through which a partner reads one event: `demo-partner_patients-encounter-discharged-v1`. */
export function durableOfPartner(partner: string, subject: string): string {
  return `${partner}_${subject.replaceAll('.', '-')}`;
}

/** Where answers to a user's requests arrive; nobody else can listen there. */
function inbox(user: string): string {
  return `_INBOX_${user}.>`;
}

function streamOf(subject: string): string {
  return subject.split('.', 1)[0] ?? subject;
}

function ownStream(name: string): string[] {
  return ['CREATE', 'UPDATE', 'INFO'].map((call) => `${API}.STREAM.${call}.${name}`);
}

function consuming(stream: string, durable: string): string[] {
  return [
    `${API}.STREAM.INFO.${stream}`,
    `${API}.STREAM.MSG.GET.${stream}`,
    `${API}.DIRECT.GET.${stream}`,
    `${API}.CONSUMER.CREATE.${stream}.${durable}`,
    ...using(stream, durable),
  ];
}

function using(stream: string, durable: string): string[] {
  const calls = ['INFO', 'DELETE', 'MSG.NEXT'].map((call) => `${API}.CONSUMER.${call}.${stream}.${durable}`);
  return [...calls, `$JS.ACK.${stream}.${durable}.>`];
}

/**
 * An ordered consumer gets a new name each time, so the name is open; the filter is part of the call, and the server
 * holds the consumer to it.
 */
function listening(subject: string): string[] {
  const stream = streamOf(subject);
  return [
    `${API}.STREAM.INFO.${stream}`,
    `${API}.CONSUMER.CREATE.${stream}.*.${subject}`,
    ...['INFO', 'DELETE', 'MSG.NEXT'].map((call) => `${API}.CONSUMER.${call}.${stream}.*`),
  ];
}

/** The open name of a broadcast's consumer must not reach the durables that others keep on the same stream. */
function othersDurables(name: string, partners: PartnerUser[]): string[] {
  const broadcasting = new Set(BROADCASTS.map(streamOf));
  const kept = [
    ...SERVICE_USERS.flatMap((other) => other.consumes.map((stream) => ({ stream, durable: other.name }))),
    ...partners.flatMap((partner) =>
      partner.events.map((event) => ({ stream: streamOf(event), durable: durableOfPartner(partner.name, event) })),
    ),
  ];
  return kept
    .filter(({ stream, durable }) => broadcasting.has(stream) && durable !== name)
    .flatMap(({ stream, durable }) => [
      `${API}.CONSUMER.CREATE.${stream}.${durable}.>`,
      `${API}.CONSUMER.DELETE.${stream}.${durable}`,
      `${API}.CONSUMER.MSG.NEXT.${stream}.${durable}`,
    ]);
}
