// npm test: everything that has to hold before a change is done.
//   npm test -- --only lint,unit          some steps
//   npm test -- --postgres-bin /usr/lib/postgresql/15/bin   also the event bus and timelines on another PostgreSQL
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { readJestReport } from './jest-report.mjs';
import { endAll, runStep } from './run-step.mjs';
import { logsFolder, planSteps, root } from './steps.mjs';

/** With the installation before it, a run stays below 45 minutes whatever hangs. */
const LIMIT_MS = 40 * 60_000;

const steps = plan();
const results = [];

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    endAll();
    process.exitCode = 130;
    setTimeout(() => process.exit(130), 15_000).unref();
    steps.length = 0;
  });
}

rmSync(logsFolder, { recursive: true, force: true });
mkdirSync(logsFolder, { recursive: true });
await Promise.all([worker(true), worker(true)]);
await worker(false);
finish();

function plan() {
  try {
    const { values } = parseArgs({ options: { only: { type: 'string' }, 'postgres-bin': { type: 'string' } } });
    return planSteps({ only: values.only?.split(','), postgresBin: values['postgres-bin'] });
  } catch (error) {
    console.error(`npm test: ${error.message}`);
    return process.exit(2);
  }
}

/** Takes the next step of its kind until there is none. */
async function worker(light) {
  for (;;) {
    const next = steps.findIndex((step) => Boolean(step.light) === light);
    if (next < 0) return;
    const [step] = steps.splice(next, 1);
    results.push(await perform(step));
  }
}

async function perform(step) {
  if (step.impossible) return told(step, { passed: 0, failed: [step.impossible], skipped: [] });
  if (step.skip) return told(step, { passed: 0, failed: [], skipped: [step.skip] });
  if (step.report) rmSync(step.report, { force: true });
  if (step.live) console.log(`\n── ${step.name}`);
  const ended = await runStep(step, { cwd: root, limitMs: Math.max(1, LIMIT_MS - performance.now()) });
  return told(step, step.report ? judgeTests(step, ended) : judgeCheck(ended), ended);
}

/** A check is one test, whatever it looks at. */
function judgeCheck({ code }) {
  return code === 0
    ? { passed: 1, failed: [], skipped: [] }
    : { passed: 0, failed: [`exit code ${code}`], skipped: [] };
}

function judgeTests({ report }, { code }) {
  const counted = readJestReport(report, root);
  if (code !== 0 && counted.failed.length === 0) counted.failed.push(`Jest ended with exit code ${code}`);
  return counted;
}

function told({ name }, outcome, { output = '', seconds = 0 } = {}) {
  const { passed, failed, skipped } = outcome;
  const mark = failed.length > 0 ? 'FAILED' : passed > 0 ? 'ok' : 'skipped';
  const counts = passed + failed.length + skipped.length > 1 ? ` · ${count(outcome)}` : '';
  if (failed.length > 0 && output) console.log(`\n── ${name}\n${output}\n`);
  console.log(`${mark.padEnd(8)}${name.padEnd(24)}${seconds.toFixed(1).padStart(7)} s${counts}`);
  return { name, ...outcome };
}

function count({ passed, failed, skipped }) {
  return `${passed} passed, ${failed.length} failed, ${skipped.length} skipped`;
}

function finish() {
  const named = (kind) => results.flatMap((result) => result[kind].map((title) => `${result.name}: ${title}`));
  const total = { passed: results.reduce((sum, { passed }) => sum + passed, 0), failed: named('failed') };
  const skipped = named('skipped');
  console.log();
  for (const title of skipped) console.log(`skipped  ${title}`);
  for (const title of total.failed) console.log(`failed   ${title}`);
  if (process.exitCode === 130) total.failed.push('interrupted');
  console.log(`${total.passed} passed, ${total.failed.length} failed, ${skipped.length} skipped`);
  process.exitCode ??= total.failed.length > 0 || total.passed === 0 ? 1 : 0;
}
