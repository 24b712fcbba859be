import { eventually } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager, StorageType } from '@nats-io/jetstream';
import { connect, type ConnectionOptions } from '@nats-io/transport-node';
import { type NatsCluster, startShippedCluster } from './nats-cluster.js';

const STREAM = { name: 'patients', subjects: ['patients.person.*.*'], storage: StorageType.File, num_replicas: 3 };

describe('decision 12: three nats-servers with deploy/nats/nats.conf', () => {
  let cluster: NatsCluster;
  const as = (user: string, more: ConnectionOptions = {}) =>
    connect({
      servers: cluster.nodes.map(({ url }) => url),
      user,
      pass: cluster.password,
      inboxPrefix: `_INBOX_${user}`,
      ...more,
    });

  beforeAll(async () => {
    cluster = await startShippedCluster();
  });

  afterAll(() => cluster.stop());

  it('are one cluster, each well by the check that its container makes', async () => {
    for (const { monitorUrl } of cluster.nodes) {
      await eventually(async () => {
        expect(await (await fetch(`${monitorUrl}/healthz`)).json()).toEqual({ status: 'ok' });
        expect(await (await fetch(`${monitorUrl}/routez`)).json()).toMatchObject({ num_routes: 2 });
      });
    }
  });

  it('limit what JetStream may store', async () => {
    const answer = await fetch(`${cluster.nodes[0]?.monitorUrl}/jsz`);
    expect(await answer.json()).toMatchObject({ config: { max_storage: 64 * 1024 ** 3, max_memory: 256 * 1024 ** 2 } });
  });

  it('let a service in, and nobody without a login or with a wrong one', async () => {
    await (await as('his')).close();
    await expect(as('his', { pass: 'wrong' })).rejects.toThrow(/Authorization Violation/);
    // nats-server lets everybody in when only the account $SYS is declared beside the default one.
    const nobody = connect({ servers: cluster.nodes.map(({ url }) => url) });
    await expect(nobody).rejects.toThrow(/Authorization Violation/);
  });

  it('keep confirmed events in three copies, and go on when one of them is killed', async () => {
    const connection = await as('patients');
    const manager = await jetstreamManager(connection, { checkAPI: false });
    const info = await eventually(() => manager.streams.add(STREAM));
    const leader = info.cluster?.leader;
    expect(info.config.num_replicas).toBe(3);
    // Its node may not have heard yet which of them has the stream.
    await eventually(() => jetstream(connection).publish('patients.person.registered.v1', 'before'));
    await cluster.nodes.find(({ name }) => name === leader)?.process.kill();
    await eventually(
      () => jetstream(connection).publish('patients.person.registered.v1', 'after', { timeout: 1_000 }),
      { timeout: 45_000 },
    );
    const { state } = await eventually(() => manager.streams.info('patients'));
    expect(state.messages).toBeGreaterThanOrEqual(2);
    await connection.close();
    const operator = await as('ops');
    // The cluster may still be choosing who answers in the place of the dead one.
    const kept = await eventually(async () =>
      (await jetstreamManager(operator)).streams.getMessage('patients', { seq: 1 }),
    );
    expect(kept?.string()).toBe('before');
    await operator.close();
  }, 90_000);
});
