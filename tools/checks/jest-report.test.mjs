import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { readJestReport } from './jest-report.mjs';

describe('the count of a Jest run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jest-report-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  function read(testResults) {
    const file = join(folder, 'report.json');
    writeFileSync(file, JSON.stringify({ testResults }));
    return readJestReport(file, '/house');
  }

  const suite = (status, ...states) => ({
    name: '/house/libs/a.spec.ts',
    status,
    assertionResults: states.map((state) => ({ status: state, fullName: `a test that is ${state}` })),
  });

  it('names what failed and what was skipped', () => {
    assert.deepEqual(read([suite('failed', 'passed', 'passed', 'failed', 'pending', 'todo')]), {
      passed: 2,
      failed: ['a test that is failed (libs/a.spec.ts)'],
      skipped: ['a test that is pending (libs/a.spec.ts)', 'a test that is todo (libs/a.spec.ts)'],
    });
  });

  it('fails a file that does not load', () => {
    assert.deepEqual(read([suite('failed')]).failed, ['libs/a.spec.ts could not be run']);
    assert.deepEqual(read([suite('failed', 'passed')]).failed, ['libs/a.spec.ts could not be run']);
  });

  it('fails a run that executed nothing', () => {
    for (const nothing of [[], [suite('passed', 'pending')]]) {
      assert.deepEqual(read(nothing).failed, ['not one test was executed']);
    }
    assert.deepEqual(readJestReport(join(folder, 'absent.json'), '/house').failed, ['Jest wrote no report']);
  });
});
