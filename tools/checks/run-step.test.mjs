import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runStep } from './run-step.mjs';

const run = (script, limitMs = 20_000) =>
  runStep({ command: ['bash', '-c', script], env: process.env }, { cwd: '.', limitMs });

describe('a step of the checks', () => {
  it('tells what it printed and how it ended', async () => {
    const { code, output } = await run('echo one; echo two >&2; exit 3');
    assert.deepEqual({ code, lines: output.split('\n').sort() }, { code: 3, lines: ['one', 'two'] });
  });

  it('fails when its program is not there', async () => {
    const { code } = await runStep({ command: ['/no/such/program'] }, { cwd: '.', limitMs: 1000 });
    assert.equal(code, 127);
  });

  it('is stopped when the time is over', async () => {
    const { code, output } = await run('sleep 600', 50);
    assert.equal(code, 124);
    assert.match(output, /the time for all checks is over/);
  });

  it('does not wait for what it left in the background', async () => {
    const { code, seconds } = await run('sleep 600 & echo started');
    assert.equal(code, 0);
    assert.ok(seconds < 60, `waited ${seconds} s`);
  });
});
