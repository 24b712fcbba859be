import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pickFreePort, projectRoot } from '../../tools/backing-services/index.js';
import { limitFigure, type Figure } from '../harness/figure.js';
import { median, progress } from '../harness/statistics.js';

const WARM_ROUNDS = 3;
const READY = /Ctrl-C stops everything/;

interface Started {
  seconds: number;
  pid: number;
  gateway: string;
  stop(): Promise<void>;
}

/** benchmarks.md, row `start`: from the command to the printed hospital, and what the processes weigh. */
export async function run(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hospital-start-'));
  try {
    const cold = await start(dataDir);
    await cold.stop();
    const warm: number[] = [];
    let memory = { idle: 0, loaded: 0 };
    for (let round = 0; round < WARM_ROUNDS; round += 1) {
      const started = await start(dataDir);
      warm.push(started.seconds);
      progress(`warm start ${round + 1}: ${started.seconds.toFixed(1)} s`);
      if (round === WARM_ROUNDS - 1) memory = await weigh(started);
      await started.stop();
    }
    return figures(cold.seconds, median(warm), memory);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function figures(cold: number, warm: number, memory: { idle: number; loaded: number }): Figure[] {
  const shared = { bench: 'start', load: 'gateway, staff, patients, follow-up, his' };
  return [
    limitFigure({ ...shared, figure: 'command to ready, cold', value: cold, unit: 's', atMost: 60 }),
    limitFigure({ ...shared, figure: 'command to ready, warm', value: warm, unit: 's', atMost: 20 }),
    limitFigure({ ...shared, figure: 'PSS of the largest service, idle', value: memory.idle, unit: 'MB', atMost: 140 }),
    limitFigure({
      ...shared,
      figure: 'PSS of the largest service, after load',
      value: memory.loaded,
      unit: 'MB',
      atMost: 300,
    }),
  ];
}

async function start(dataDir: string): Promise<Started> {
  const [gateway, mllp] = [await pickFreePort(), await pickFreePort()];
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: projectRoot(),
    env: { ...process.env, DATA_DIR: dataDir, GATEWAY_PORT: String(gateway), MLLP_PORT: String(mllp) },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let output = '';
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${output}`)));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (READY.test(output)) resolve();
    });
  });
  return {
    seconds: (performance.now() - began) / 1000,
    pid: child.pid as number,
    gateway: `http://127.0.0.1:${gateway}`,
    stop: async () => {
      process.kill(-(child.pid as number), 'SIGINT');
      await exited;
    },
  };
}

/** Proportional set sizes of the service processes, before and after the load, in MB; the largest one counts. */
async function weigh(started: Started): Promise<{ idle: number; loaded: number }> {
  const idle = largest(started.pid);
  const token = await tokenOf(started.gateway);
  await Promise.all(Array.from({ length: 16 }, () => read(started.gateway, token, 250)));
  return { idle, loaded: largest(started.pid) };
}

async function tokenOf(gateway: string): Promise<string> {
  const answer = await fetch(`${gateway}/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'manager', password: 'demo-password-2026' }),
  });
  return ((await answer.json()) as { accessToken: string }).accessToken;
}

async function read(gateway: string, token: string, times: number): Promise<void> {
  const paths = ['/patients?q=%E7%8E%8B', '/follow-up/plans', '/follow-up/tasks', '/staff/departments'];
  for (let index = 0; index < times; index += 1) {
    const answer = await fetch(`${gateway}${paths[index % paths.length]}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    await answer.arrayBuffer();
  }
}

function largest(launcher: number): number {
  const sizes = servicesBelow(launcher).map(({ name, pss }) => {
    progress(`${name}: ${pss.toFixed(0)} MB`);
    return pss;
  });
  return Math.max(...sizes);
}

/** Every process of a service that descends from the launcher. */
function servicesBelow(launcher: number): { name: string; pss: number }[] {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = readProc(`/proc/${entry}/stat`);
    parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const descends = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at))
      if (at === launcher) return true;
    return false;
  };
  return [...parents.keys()].filter(descends).flatMap((pid) => {
    const name = /dist\/apps\/([\w-]+)\//.exec(readProc(`/proc/${pid}/cmdline`))?.[1];
    const pss = /^Pss:\s+(\d+)/m.exec(readProc(`/proc/${pid}/smaps_rollup`))?.[1];
    return name === undefined || pss === undefined ? [] : [{ name, pss: Number(pss) / 1024 }];
  });
}

/** A process may end while we look. */
function readProc(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
