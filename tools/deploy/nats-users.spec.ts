import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as contracts from '#contracts';
import { describe, expect, it } from '@jest/globals';
import { partnerUsers, projectRoot, SERVICE_USERS } from '../backing-services/index.js';
import { BROADCASTS } from '../backing-services/nats-users.js';
import { USERS_FILE, usersFile } from '../backing-services/nats-users-file.js';
import { SERVICES } from '../start/services.js';
import { textOf } from './compose-file.js';

const subjects = contracts.allContracts().map(({ subject }) => subject);
const streamOf = (subject: string) => subject.split('.', 1)[0] ?? '';

/** The subjects that the handlers in these sources name. */
function handledIn(sources: string[]): string[] {
  const named = sources.flatMap((source) => [...source.matchAll(/@OnEvent(?:Batch)?\(([^)]*)\)/g)]);
  const classes = named.flatMap(([, list = '']) => list.split(',').map((name) => name.trim())).filter(Boolean);
  return classes.map((name) => contracts.contractOf(contracts[name as keyof typeof contracts] as never).subject);
}

/** Of an app, and of the ready-made consumers of the libraries that its module names. */
function handledBy(service: string): string[] {
  const sourcesOf = (pattern: string) => globSync(pattern, { cwd: projectRoot() }).map(textOf);
  const own = sourcesOf(`apps/${service}/src/**/*.ts`);
  const module = textOf(`apps/${service}/src/${service}.module.ts`);
  const borrowed = sourcesOf('libs/*/src/**/*.consumer.ts').filter((source) =>
    [...source.matchAll(/export class (\w+)/g)].some(([, name = '']) => module.includes(name)),
  );
  return handledIn([...own, ...borrowed]);
}

describe('decision 8: the users of nats-server', () => {
  it('are the services there are', () => {
    expect(SERVICE_USERS.map(({ name }) => name).toSorted()).toEqual(SERVICES.map(({ name }) => name).toSorted());
  });

  it.each(SERVICE_USERS)('$name consumes the streams that its handlers name, and no others', ({ name, consumes }) => {
    expect([...new Set(handledBy(name).map(streamOf))].toSorted()).toEqual(consumes.toSorted());
  });

  it('finds the handlers it compares with', () => {
    const found = ['patients.encounter.discharged.v1', 'staff.role.saved.v1'];
    expect(handledBy('follow-up')).toEqual(expect.arrayContaining(found));
  });

  it.each(SERVICE_USERS)('$name has a stream exactly when it has events', ({ name, emits }) => {
    expect(emits).toBe(subjects.some((subject) => streamOf(subject) === name));
  });

  it.each(SERVICE_USERS)('decision 3: $name asks whom its questions name, and no others', ({ name, asks = [] }) => {
    const own = contracts.allQuestions().filter(({ asker }) => asker === name);
    expect(asks.toSorted()).toEqual([...new Set(own.flatMap(({ answerers }) => answerers))].toSorted());
  });

  it.each(SERVICE_USERS)('decision 14: $name is ready for who will ask it and is no service yet', (user) => {
    const asked = contracts.allQuestions().filter(({ answerers }) => answerers.includes(user.name));
    const absent = asked.map(({ asker }) => asker).filter((asker) => SERVICES.every(({ name }) => name !== asker));
    expect(user.readyFor ?? []).toEqual([...new Set(absent)]);
  });

  it('PT-9: every service with a database of its own is asked what it holds about a person', () => {
    const { answerers } = contracts.questionOf(contracts.PersonDataQuestionV1);
    const others = SERVICE_USERS.filter(({ emits, name }) => emits && name !== 'patients').map(({ name }) => name);
    expect([...answerers].toSorted()).toEqual(others.toSorted());
  });

  it('broadcast and grant only events that there are', () => {
    expect(subjects).toEqual(
      expect.arrayContaining([...BROADCASTS, ...partnerUsers().flatMap(({ events }) => events)]),
    );
  });

  it(`stand in ${USERS_FILE} as the code says`, () => {
    expect(readFileSync(join(projectRoot(), USERS_FILE), 'utf8')).toBe(usersFile());
  });
});

describe('a partner', () => {
  const partner = (more: object) => {
    const folder = mkdtempSync(join(tmpdir(), 'hospital-partners-'));
    const file = join(folder, 'partners.json');
    writeFileSync(file, JSON.stringify([{ name: 'city-lab', events: [], ...more }]));
    try {
      return usersFile(partnerUsers(file));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };

  it('may sign in with an NKEY, of which the hospital keeps the public half only', () => {
    const nkey = 'UDXU4RCSJNZOIQHZNWXHXORDPRTGNJAHAHFRGZNEEJCPQTT2M7NLCNF4';
    const text = partner({ nkey });
    expect(text).toContain(`nkey: ${nkey}`);
    expect(text).not.toContain('NATS_CITY_LAB_PASSWORD');
  });

  it.each([
    ['a wildcard for a name', { name: '*' }],
    ['a service’s name', { name: 'his' }],
    ['the operator’s name', { name: 'ops' }],
    ['a wildcard for an event', { events: ['patients.>'] }],
    ['an event of the broker itself', { events: ['$JS.API.STREAM.DELETE.patients'] }],
    ['a name that would end the quotes', { name: 'x" permissions' }],
    ['a seed for a public key', { nkey: 'SUACSSL3UAHUDXKFSNVUZRF5UHPMWZ6BFDTJ7M6USDXIEDNPPQYYYCU3VY' }],
  ])('cannot get more by %s', (_what, more) => {
    expect(() => partner(more)).toThrow();
  });
});
