import { allContracts } from '#contracts';
import { eventually } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AckPolicy, jetstream, jetstreamManager, type JetStreamClient } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { OPERATOR, partnerUsers, SERVICE_USERS } from '../backing-services/nats-users.js';
import { durableOfPartner } from '../backing-services/nats-permissions.js';
import { type NatsCluster, startShippedCluster } from './nats-cluster.js';
import { permissionTable, TABLE } from './nats-matrix.js';

const table = permissionTable();
const users = [...SERVICE_USERS.map(({ name }) => name), ...partnerUsers().map(({ name }) => name), OPERATOR];
const subjects = allContracts().map(({ subject }) => subject);

/** A row for events stands for every event of a service that no row names by itself. */
function meantBy(row: string): string[] {
  const [, service] = /^every other event of ([\w-]+)$/.exec(row) ?? [];
  if (service === undefined) return [row];
  const named = table.map(({ subject }) => subject);
  return subjects.filter((subject) => subject.startsWith(`${service}.`) && !named.includes(subject));
}

let cluster: NatsCluster;
const as = (user: string) =>
  connectAs(
    cluster.nodes.map(({ url }) => url),
    user,
    cluster.password,
  );

beforeAll(async () => {
  cluster = await startShippedCluster();
});

afterAll(() => cluster.stop());

describe(`decision 10: ${TABLE}`, () => {
  it('has a column for every user and a row for every event and stream', () => {
    expect(Object.keys(table[0]?.may ?? {})).toEqual(users);
    const rows = table.flatMap(({ subject }) => meantBy(subject));
    expect(rows).toEqual(expect.arrayContaining(subjects));
    const calls = SERVICE_USERS.filter(({ emits }) => emits).flatMap(({ name }) =>
      ['CREATE', 'UPDATE', 'INFO', 'DELETE', 'PURGE', 'MSG.GET', 'MSG.DELETE'].map(
        (call) => `$JS.API.STREAM.${call}.${name}`,
      ),
    );
    expect(rows).toEqual(expect.arrayContaining([...calls, ...users.map((user) => `_INBOX_${user}.probe`)]));
  });

  it.each(users)('is what nats-server lets %s do', async (user) => {
    const rows = table.flatMap(({ subject, may }) => meantBy(subject).map((each) => [each, may[user]] as const));
    const marks = await marksOf(
      await as(user),
      rows.map(([subject]) => subject),
    );
    expect(Object.fromEntries(marks)).toEqual(Object.fromEntries(rows));
  });
});

describe('with these permissions', () => {
  let owner: NatsConnection;
  const open: NatsConnection[] = [];
  const join = async (user: string) => {
    open.push(await as(user));
    return open.at(-1) as NatsConnection;
  };
  const revoked = 'staff.session.revoked.v1';

  beforeAll(async () => {
    for (const name of ['staff', 'patients', 'his']) {
      const connection = await join(name);
      const manager = await jetstreamManager(connection, { checkAPI: false });
      await eventually(() => manager.streams.add({ name, subjects: [`${name}.*.*.*`] }));
      if (name === 'staff') owner = connection;
    }
  });

  afterAll(() => Promise.all(open.map((each) => each.close())));

  const listen = async (js: JetStreamClient, stream: string, subject: string) => {
    const consumer = await js.consumers.get(stream, { filter_subjects: subject });
    return (await consumer.next({ expires: 15_000 }))?.string();
  };

  it.each(SERVICE_USERS)(
    '$name hears the broadcast to everybody, and cannot listen to anything else',
    async ({ name }) => {
      // The owner's node may not have heard yet which of them has the stream.
      await eventually(() => jetstream(owner).publish(revoked, 'ended'));
      const js = jetstream(await join(name));
      expect(await listen(js, 'staff', revoked)).toBe('ended');
      await expect(listen(js, 'staff', 'staff.department.saved.v1')).rejects.toThrow(/ermission/);
    },
  );

  it('IN-3 a partner hands in what is its own, and reads what it was granted, each once', async () => {
    const [partner] = partnerUsers();
    const { name = '', events: [granted = ''] = [] } = partner ?? {};
    const connection = await join(name);
    const his = await join('his');
    await heard(his, 'his.in.>', 'handed in', () => connection.publish(`his.in.${name}.visit`, 'handed in'));
    await heard(connection, `his.rejected.${name}`, 'no such patient', () =>
      his.publish(`his.rejected.${name}`, 'no such patient'),
    );
    const patients = jetstream(await join('patients'));
    await eventually(() => patients.publish(granted, 'discharged'));
    const durable_name = durableOfPartner(name, granted);
    const manager = await jetstreamManager(connection, { checkAPI: false });
    await manager.consumers.add('patients', { durable_name, filter_subject: granted, ack_policy: AckPolicy.Explicit });
    const consumer = await jetstream(connection).consumers.get('patients', durable_name);
    const message = await consumer.next({ expires: 15_000 });
    expect(message?.string()).toBe('discharged');
    expect(await message?.ackAck()).toBe(true);
  });
});

/**
 * That the listener hears what is told. Told until heard: the nodes learn of each other's subscriptions by and by, and
 * one that has not yet heard of this one lets the message fall.
 */
async function heard(listener: NatsConnection, subject: string, text: string, tell: () => void) {
  const texts: string[] = [];
  const subscription = listener.subscribe(subject, {
    callback: (_error, message) => void texts.push(message.string()),
  });
  await eventually(() => {
    tell();
    expect(texts).toContain(text);
  });
  subscription.unsubscribe();
}

/** Asks a server itself what a user may do with each subject, in the marks of the table. */
async function marksOf(connection: NatsConnection, subjects: string[]): Promise<Map<string, string>> {
  const denied = await denials(connection, subjects);
  return new Map(
    subjects.map((subject) => {
      const marks = [denied.publish.has(subject) ? '' : 'P', denied.subscribe.has(subject) ? '' : 'S'].join('');
      return [subject, marks || '-'];
    }),
  );
}

/** The server reports what it denies before it answers the ping of a flush. */
async function denials(connection: NatsConnection, subjects: string[]) {
  const denied = { publish: new Set<string>(), subscribe: new Set<string>() };
  const listening = (async () => {
    for await (const status of connection.status()) {
      const match =
        status.type === 'error' && /Violation for (Publish|Subscription) to "([^"]+)"/i.exec(status.error.message);
      if (match) denied[match[1]?.toLowerCase() === 'publish' ? 'publish' : 'subscribe'].add(match[2] ?? '');
    }
  })();
  for (const subject of subjects) connection.publish(subject, 'probe');
  await connection.flush();
  for (const subject of subjects) connection.subscribe(subject, { callback: () => undefined });
  await connection.flush();
  await connection.close();
  await listening;
  return denied;
}

/** A connection as this user, with the inbox that is its own. */
function connectAs(servers: string[], user: string, pass: string): Promise<NatsConnection> {
  return connect({ servers, user, pass, inboxPrefix: `_INBOX_${user}`, name: user });
}
