import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, keepOutput } from '#testing';
import { gatewayEnvironment } from './gateway.js';
import { agentToken, freePort, startProcess, type GatewayProcess } from './gateway-process.js';
import { StandIn } from './stand-in.js';

describe('the gateway as a process', () => {
  const patients = new StandIn();
  let gateway: GatewayProcess;
  beforeAll(async () => {
    await patients.start();
    const services = { staff: patients, patients, followUp: patients, complaints: patients, his: patients };
    const port = String(await freePort());
    gateway = startProcess({ ...gatewayEnvironment(services), SERVICE_PORT: port, LOG_LEVEL: 'info' });
    const headers = { authorization: `Bearer ${await agentToken()}`, 'x-request-id': 'logged-request-1' };
    const ask = () => fetch(`http://127.0.0.1:${port}/patients/7?phone=13800138000`, { headers });
    await eventually(async () => expect((await ask()).status).toBe(200));
  });
  afterAll(async () => {
    gateway.process.kill('SIGKILL');
    await patients.stop();
  });

  it('decision 2: needs neither database nor broker to pass requests on', () => {
    expect(patients.last.url).toBe('/patients/7?phone=13800138000');
  });

  it('decision 2: writes an access log with the path and never the query', async () => {
    const line = await eventually(() => {
      const logged = gateway
        .output()
        .split('\n')
        .find((text) => text.includes('"path":"/patients/:value"'));
      expect(logged).toBeDefined();
      return logged ?? '';
    });
    expect(JSON.parse(line)).toMatchObject({
      service: 'gateway',
      requestId: 'logged-request-1',
      req: { method: 'GET', path: '/patients/:value' },
      res: { statusCode: 200 },
    });
  });

  it('decision 2: stops when told, and has never logged a token or what was asked for', async () => {
    gateway.process.kill('SIGTERM');
    const [code, signal] = (await once(gateway.process, 'exit')) as [number | null, string | null];
    expect(code === 0 || signal === 'SIGTERM').toBe(true);
    keepOutput('gateway', gateway.output());
    expect(gateway.output()).not.toMatch(/13800138000|Bearer|eyJ/);
  });

  it('decision 2: names the settings it misses and does not start', async () => {
    const misconfigured = startProcess({ STAFF_URL: 'staff:3001' });
    const [code] = (await once(misconfigured.process, 'exit')) as [number];
    expect(code).toBe(1);
    expect(misconfigured.output()).toMatch(/STAFF_URL: must be the origin of a service/);
    expect(misconfigured.output()).toMatch(/PATIENTS_URL/);
    expect(misconfigured.output()).not.toMatch(/DATABASE_URL/);
  });
});
