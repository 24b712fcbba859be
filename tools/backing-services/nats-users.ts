import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.js';

/** A service as the broker knows it; its user has the service's name. */
export interface ServiceUser {
  name: string;
  /** It publishes events, in the stream of its own name. */
  emits: boolean;
  /** The streams it handles events of, each through a durable consumer of its own name. */
  consumes: string[];
  /** The services it asks questions that need an answer now. */
  asks?: string[];
  /** Askers it is ready for that are no services yet: it may answer them; their user says the rest when there is one. */
  readyFor?: string[];
}

/** Somebody outside: an integrator's program. */
export interface PartnerUser {
  name: string;
  /** Subjects of events it may read; none unless granted. */
  events: string[];
  /** Its public key (`U…`), when it signs in with an NKey instead of a password. */
  nkey?: string;
}

/**
 * Who is on the broker. `deploy/nats/users.conf` is made from this; a test compares it with the handlers in the code.
 */
export const SERVICE_USERS: ServiceUser[] = [
  { name: 'staff', emits: true, consumes: ['follow-up', 'patients', 'complaints'] },
  {
    name: 'patients',
    emits: true,
    consumes: ['his', 'staff', 'follow-up', 'complaints'],
    asks: ['staff', 'follow-up', 'complaints', 'his'],
  },
  { name: 'follow-up', emits: true, consumes: ['patients', 'staff', 'complaints'], asks: ['patients'] },
  { name: 'complaints', emits: true, consumes: ['patients', 'staff', 'follow-up'], readyFor: ['appointments'] },
  { name: 'his', emits: true, consumes: ['patients', 'staff'] },
  { name: 'gateway', emits: false, consumes: [] },
];

/** Events that every process of every service reads for itself, by an ordered consumer that nobody keeps. */
export const BROADCASTS = ['staff.session.revoked.v1'];

/** Administers JetStream and reads everything; publishes nothing. */
export const OPERATOR = 'ops';

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const SUBJECT = /^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*){2}\.v[1-9]\d*$/;
const NKEY = /^U[A-Z2-7]{55}$/;

/** The hospital's partners, from deploy/nats/partners.json. @throws Error naming the one that cannot be meant */
export function partnerUsers(file = join(projectRoot(), 'deploy', 'nats', 'partners.json')): PartnerUser[] {
  const partners = JSON.parse(readFileSync(file, 'utf8')) as PartnerUser[];
  const taken = [...SERVICE_USERS.map(({ name }) => name), OPERATOR];
  for (const { name, events, nkey } of partners) {
    if (!NAME.test(name)) throw new Error(`A partner's name is lower case words joined by hyphens, not ${name}`);
    if (taken.includes(name)) throw new Error(`The name ${name} is taken twice`);
    const wrong = events.find((subject) => !SUBJECT.test(subject));
    if (wrong !== undefined) throw new Error(`${name} may be granted one event by its whole subject, not ${wrong}`);
    if (nkey !== undefined && !NKEY.test(nkey)) throw new Error(`The nkey of ${name} is no public key of a user`);
    taken.push(name);
  }
  return partners;
}

/** Everybody who signs in with a password, in the order of the file. */
export function passwordUsers(partners = partnerUsers()): string[] {
  const services = SERVICE_USERS.map(({ name }) => name);
  return [...services, ...partners.filter(({ nkey }) => nkey === undefined).map(({ name }) => name), OPERATOR];
}

/** The environment variable that holds a user's password: NATS_FOLLOW_UP_PASSWORD. */
export function passwordVariable(user: string): string {
  return `NATS_${user.replaceAll('-', '_').toUpperCase()}_PASSWORD`;
}
