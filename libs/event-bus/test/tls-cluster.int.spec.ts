import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServiceConfig } from '#platform';
import { eventually } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import { type NatsCluster, startShippedCluster } from '../../../tools/deploy/nats-cluster.js';
import { connectionOptions } from '../src/nats/connection-options.js';

describe('decision 10: a cluster with deploy/nats/tls-on.conf', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hospital-certs-'));
  let cluster: NatsCluster;

  beforeAll(async () => {
    const openssl = (...args: string[]): void => void execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
    openssl(
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
      ...[
        '-keyout',
        'server.key',
        '-out',
        'server.pem',
        '-subj',
        '/CN=nats',
        '-addext',
        'subjectAltName=IP:127.0.0.1,DNS:localhost',
      ],
    );
    execFileSync('cp', ['server.pem', 'ca.pem'], { cwd: folder });
    cluster = await startShippedCluster({ certificates: folder });
  });

  afterAll(async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('speaks to a service that trusts the hospital’s authority, and routes between its nodes', async () => {
    const natsUrl = cluster.urlFor('his').replaceAll('nats://', 'tls://');
    const config = Object.assign(new ServiceConfig(), { natsUrl, natsCaFile: join(folder, 'ca.pem') });
    const connection = await eventually(() => connect({ ...connectionOptions(config), inboxPrefix: '_INBOX_his' }));
    expect(connection.info?.tls_required).toBe(true);
    await connection.close();
    await eventually(async () => {
      const answer = await fetch(`${cluster.nodes[0]?.monitorUrl}/routez`);
      expect(await answer.json()).toMatchObject({ num_routes: 2 });
    });
    const stranger = connectionOptions(Object.assign(new ServiceConfig(), { natsUrl }));
    await expect(connect({ ...stranger, maxReconnectAttempts: 0 })).rejects.toThrow(/certificate/);
  });
});
