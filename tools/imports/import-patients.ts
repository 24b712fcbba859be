import { createWriteStream, openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { progressLine, summaryOf, type ImportAnswer } from './import-progress.js';

// npm run patients:import -- list.csv [--encoding gb18030] [--issuer HIS] [--as-of 2026-03-01T20:00:00+08:00]
//   [--report rejected.csv] [--api http://127.0.0.1:3000] [--user manager]
// The password is in HOSPITAL_PASSWORD. Ends with 0 when every line was taken, 3 when some were not, 1 when it failed.

const LOOK_MS = 1_000;
/** Shorter than a token lives. */
const SIGN_IN_EVERY_MS = 240_000;
const SOME_REJECTED = 3;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    api: { type: 'string', default: process.env['HOSPITAL_API'] ?? 'http://127.0.0.1:3000' },
    user: { type: 'string', default: process.env['HOSPITAL_USER'] ?? 'manager' },
    encoding: { type: 'string' },
    issuer: { type: 'string' },
    'as-of': { type: 'string' },
    report: { type: 'string' },
  },
});

let signedIn = { token: '', at: -SIGN_IN_EVERY_MS };

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function run(): Promise<number> {
  const [file] = positionals;
  if (file === undefined) throw new Error('usage: npm run patients:import -- FILE [--encoding …] [--issuer …]');
  const begun = await upload(file);
  process.stdout.write(`import ${begun.id}\n`);
  const ended = await follow(begun.id);
  process.stdout.write(`${summaryOf(ended)}\n`);
  if (ended.state !== 'done') return 1;
  if (ended.rejected === 0) return 0;
  const report = values.report ?? `import-${ended.id}-rejected.csv`;
  const answer = await ask(`/patients/imports/${ended.id}/report`);
  await pipeline(Readable.fromWeb(answer.body as never), createWriteStream(report));
  process.stdout.write(`what was not taken and why: ${report}\n`);
  return SOME_REJECTED;
}

async function upload(file: string): Promise<ImportAnswer> {
  const form = new FormData();
  // Read from the disk while it is sent.
  form.append('file', await openAsBlob(file), basename(file));
  const terms = { encoding: values.encoding, issuer: values.issuer, asOf: values['as-of'] };
  const given = Object.entries(terms).filter((term): term is [string, string] => term[1] !== undefined);
  const answer = await ask(`/patients/imports?${new URLSearchParams(given)}`, { method: 'POST', body: form });
  return (await answer.json()) as ImportAnswer;
}

async function follow(id: string): Promise<ImportAnswer> {
  for (;;) {
    const now = (await (await ask(`/patients/imports/${id}`)).json()) as ImportAnswer;
    if (process.stderr.isTTY) process.stderr.write(`\r${progressLine(now).padEnd(100)}`);
    if (!['received', 'checking', 'running'].includes(now.state)) {
      if (process.stderr.isTTY) process.stderr.write('\n');
      return now;
    }
    await wait(LOOK_MS);
  }
}

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${await token()}`, 'accept-language': 'en' };
  const answer = await fetch(values.api + path, { ...init, headers });
  if (answer.ok) return answer;
  throw new Error(await problemIn(answer));
}

async function token(): Promise<string> {
  if (performance.now() - signedIn.at < SIGN_IN_EVERY_MS) return signedIn.token;
  const password = process.env['HOSPITAL_PASSWORD'];
  if (password === undefined) throw new Error('HOSPITAL_PASSWORD is not set');
  const answer = await fetch(`${values.api}/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify({ username: values.user, password }),
  });
  if (!answer.ok) throw new Error(await problemIn(answer));
  const { accessToken } = (await answer.json()) as { accessToken: string };
  signedIn = { token: accessToken, at: performance.now() };
  return accessToken;
}

async function problemIn(answer: Response): Promise<string> {
  const problem = (await answer.json().catch(() => ({}))) as { code?: string; detail?: string };
  return `${answer.status} ${problem.code ?? ''}: ${problem.detail ?? answer.statusText}`;
}
