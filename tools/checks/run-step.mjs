import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

const GRACE_MS = 10_000;
const running = new Set();

/**
 * Runs one program of the checks in its own process group, so that nothing it started outlives it.
 * @param step { command: string[], env?: object, live?: boolean } live output goes straight to the terminal
 * @returns {Promise<{ code: number, output: string, seconds: number }>} code 124 when `limitMs` was over
 */
export function runStep({ command: [file, ...args], env, live = false }, { cwd, limitMs }) {
  const begun = performance.now();
  const output = live ? 'inherit' : 'pipe';
  const child = spawn(file, args, { cwd, env, detached: true, stdio: ['ignore', output, output] });
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => chunks.push(chunk));
  running.add(child);
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    endGroup(child);
  }, limitMs);
  return new Promise((resolve) => {
    const settle = (code, note = '') => {
      clearTimeout(limit);
      running.delete(child);
      const text = Buffer.concat(chunks).toString() + (late ? '\nstopped: the time for all checks is over' : note);
      resolve({ code: late ? 124 : code, output: text.trim(), seconds: (performance.now() - begun) / 1000 });
    };
    child.once('error', (error) => settle(127, error.message));
    // Whatever it left behind would hold its output open.
    child.once('exit', () => signalGroup(child, 'SIGKILL'));
    child.once('close', (code, signal) => settle(code ?? 1, signal ? `\nended by ${signal}` : ''));
  });
}

/** For Ctrl-C: the groups of our children do not get it from the terminal. */
export function endAll() {
  for (const child of running) endGroup(child);
}

function endGroup(child) {
  signalGroup(child, 'SIGTERM');
  setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS).unref();
}

function signalGroup({ pid }, signal) {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch (error) {
    // Everybody of the group has gone already.
    if (error.code !== 'ESRCH') throw error;
  }
}
