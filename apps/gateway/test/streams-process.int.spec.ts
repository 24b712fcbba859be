import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { EventReader, eventually, keepOutput, scrape } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gatewayEnvironment } from './gateway.js';
import { agentToken, freePort, startProcess, type GatewayProcess } from './gateway-process.js';
import { StandIn } from './stand-in.js';

const METRICS_TOKEN = 'metrics-token-of-the-test';
const SILENCE_MS = 2_000;
const DEAF = 500;
/**
 * Of the 500; kernel buffers are not in it. Each may hold what two pipes between two sockets hold, about 200 MB together,
 * and V8 collects late on a busy machine. What is sent has no end: without a bound it is gigabytes within seconds.
 */
const MOST_GROWTH_MB = 400;

describe('event streams through a gateway that is a process', () => {
  const patients = new StandIn();
  let gateway: GatewayProcess;
  let url: string;

  beforeAll(async () => {
    await patients.start();
    const services = { staff: patients, patients, followUp: patients, complaints: patients, his: patients };
    const port = String(await freePort());
    url = `http://127.0.0.1:${port}`;
    const limits = { UPSTREAM_TIMEOUT_MS: String(SILENCE_MS), STREAMS_PER_USER: String(DEAF), METRICS_TOKEN };
    gateway = startProcess({ ...gatewayEnvironment(services), ...limits, SERVICE_PORT: port });
    const ask = async () => fetch(`${url}/patients/7`, { headers: await bearer() });
    await eventually(async () => expect((await ask()).status).toBe(200), { timeout: 50_000 });
  });
  afterAll(async () => {
    gateway.process.kill('SIGKILL');
    keepOutput('gateway', gateway.output());
    await patients.stop();
  });

  const bearer = async () => ({ authorization: `Bearer ${await agentToken()}` });
  const open = async () => EventReader.open(`${url}/patients/stream`, await bearer());
  const streams = async () => (await scrape(url, METRICS_TOKEN)).value('hospital_gateway_streams');
  const memory = () => {
    const status = readFileSync(`/proc/${gateway.process.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  };

  it('ADR 0031: a gateway that was held up for longer than a service may be silent does not blame the service', async () => {
    let answer = () => undefined as void;
    patients.held = new Promise((resolve) => (answer = resolve));
    const before = patients.asked.length;
    const opening = Promise.all(Array.from({ length: 20 }, open));
    await eventually(() => expect(patients.asked).toHaveLength(before + 20));
    gateway.process.kill('SIGSTOP');
    answer();
    patients.held = undefined;
    // What is tested is that this much time goes by.
    await delay(SILENCE_MS + 500);
    gateway.process.kill('SIGCONT');
    const readers = await opening;
    expect(readers.map(({ answer: { status } }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    await eventually(() => expect(readers.every(({ beats }) => beats > 0)).toBe(true));
    await Promise.all(readers.map((reader) => reader.close()));
    await eventually(async () => expect(await streams()).toBe(0));
  });

  it('ADR 0031: 500 callers who never read cost little, hold nobody up, and are cut', async () => {
    const { authorization } = await bearer();
    const before = memory();
    const sockets = Array.from({ length: DEAF }, () => deaf(authorization));
    let most = before;
    const closed = Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve))));
    await eventually(async () => expect(await streams()).toBe(DEAF), { timeout: 40_000 });
    patients.flood();
    await eventually(
      async () => {
        most = Math.max(most, memory());
        const answer = await fetch(`${url}/patients/7`, { headers: { authorization } });
        expect([answer.status, await streams()]).toEqual([200, 0]);
      },
      { timeout: 60_000 },
    );
    expect(most - before).toBeLessThan(MOST_GROWTH_MB);
    await eventually(() => expect(patients.streams.size).toBe(0));
    for (const socket of sockets) socket.resume();
    await closed;
  }, 120_000);

  function deaf(authorization: string): Socket {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.pause();
    const lines = ['GET /patients/stream HTTP/1.1', 'host: x', 'accept: text/event-stream'];
    socket.write([...lines, `authorization: ${authorization}`, '', ''].join('\r\n'));
    return socket;
  }
});
