import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MllpClient } from '../src/mllp/mllp-client.js';
import { MllpPorts } from '../src/mllp/mllp-ports.js';
import { aDischarge, codeOf, startHis, type HisService } from './his-service.js';

describe('the MLLP port with TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mllp-tls-'));
  const file = (name: string): string => join(folder, name);
  let his: HisService;

  const openssl = (...args: string[]): void => void execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const certificate = (name: string): void =>
    openssl(
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
      ...[
        '-keyout',
        `${name}.key`,
        '-out',
        `${name}.crt`,
        '-subj',
        `/CN=${name}`,
        '-addext',
        'subjectAltName=IP:127.0.0.1',
      ],
    );

  beforeAll(async () => {
    for (const name of ['hospital', 'partner', 'stranger']) certificate(name);
    his = await startHis({
      MLLP_TLS_PORT: '0',
      MLLP_TLS_KEY_FILE: file('hospital.key'),
      MLLP_TLS_CERT_FILE: file('hospital.crt'),
      MLLP_TLS_CA_FILE: file('partner.crt'),
    });
  });
  afterAll(async () => {
    await his.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const connect = (client?: string): Promise<MllpClient> => {
    const own = client ? { key: readFileSync(file(`${client}.key`)), cert: readFileSync(file(`${client}.crt`)) } : {};
    const tls = { ca: readFileSync(file('hospital.crt')), ...own };
    return MllpClient.connect({ host: '127.0.0.1', port: his.app.get(MllpPorts).port('tls'), tls, timeoutMs: 20_000 });
  };

  it('IN-1 takes messages from the partner whose certificate it knows', async () => {
    const { bytes, controlId } = aDischarge();
    const sender = await connect('partner');
    expect(codeOf(await sender.send(bytes))).toBe('AA');
    await sender.close();
    expect(await his.messages(`filter=controlId eq '${controlId}'`)).toHaveLength(1);
  });

  it.each(['stranger', undefined])('IN-1 takes none from a client with the certificate of %s', async (client) => {
    const { bytes, controlId } = aDischarge();
    // TLS 1.3 tells the client only after its own handshake is done.
    await expect(connect(client).then((sender) => sender.send(bytes))).rejects.toThrow();
    expect(await his.messages(`filter=controlId eq '${controlId}'`)).toEqual([]);
  });

  it('IN-1 keeps the plain port beside it, unless it is closed', async () => {
    expect(codeOf(await (await his.sender()).send(aDischarge().bytes))).toBe('AA');
    const closed = await startHis({ MLLP_PLAIN: 'false' }, his);
    expect(closed.mllpPort).toBe(0);
    expect((await closed.anonymous().get('/health/ready').expect(503)).body.checks.mllp).toBe('no MLLP port is open');
    await closed.stop();
  });
});

describe('the MLLP port', () => {
  let his: HisService;
  beforeAll(async () => {
    his = await startHis();
  });
  afterAll(() => his.stop());

  /** The service as its own process, which is expected to give up. */
  const start = (environment: Record<string, string>): Promise<{ code: number | null; errors: string }> =>
    new Promise((resolve, reject) => {
      const hooks = new URL('../../../libs/testing/jest/typescript-hooks.mjs', import.meta.url).href;
      const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
      const env = { ...process.env, NODE_OPTIONS: '', LOG_LEVEL: 'fatal', ...environment };
      const child = spawn(process.execPath, ['--conditions=source', '--import', hooks, main], { env, timeout: 60_000 });
      let errors = '';
      child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
      child.on('error', reject).on('close', (code) => resolve({ code, errors }));
    });

  it('IN-1 is part of what makes the service ready', async () => {
    const { body } = await his.anonymous().get('/health/ready').expect(200);
    expect(body.checks).toMatchObject({ mllp: 'ok', database: 'ok' });
  });

  it('IN-1 that is taken is named, and the service does not start', async () => {
    const { code, errors } = await start({ MLLP_PORT: String(his.mllpPort) });
    expect(errors).toContain(`MLLP_PORT=${his.mllpPort}: this port of 127.0.0.1 is taken by another program`);
    expect(code).toBe(1);
  });

  it('IN-1 whose certificate cannot be read does not open, and the variable is named', async () => {
    const tls = {
      MLLP_PORT: '0',
      MLLP_TLS_PORT: '0',
      MLLP_TLS_KEY_FILE: '/nowhere/key',
      MLLP_TLS_CERT_FILE: '/nowhere',
    };
    const { code, errors } = await start(tls);
    expect(errors).toContain('MLLP_TLS_KEY_FILE=/nowhere/key cannot be read (ENOENT)');
    expect(code).toBe(1);
    expect((await start({ MLLP_TLS_PORT: '0' })).errors).toMatch(/MLLP_TLS_KEY_FILE.*\n.*MLLP_TLS_CERT_FILE/);
  });
});
