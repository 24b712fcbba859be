import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { knownPeople } from './known-people.mjs';
import { findPersonalData } from './personal-data.mjs';
import { root } from './steps.mjs';

const folder = mkdtempSync(join(tmpdir(), 'logs-'));
after(() => rmSync(folder, { recursive: true }));
const people = knownPeople(root);

/** How many lines of this log tell who somebody is. */
function toldBy(log) {
  writeFileSync(join(folder, 'service.log'), log);
  return findPersonalData(folder, people).found;
}

describe('the search for personal data in logs', () => {
  it('knows the people of the demo hospital and of the corpus', () => {
    for (const person of ['王伟', '葉东珅', 'd0006', '13800138006', 'doe^john']) {
      assert.ok(people.includes(person), person);
    }
  });

  it('names file and line of each find', () => {
    const found = toldBy('{"msg":"ok"}\n{"msg":"王伟 is here"}\nmrn=D0006\n');
    assert.equal(found.length, 2);
    assert.match(found[0], /^service\.log:2: 王伟: /);
    assert.match(found[1], /^service\.log:3: d0006: /);
  });

  it('finds a phone number and a national id of anybody', () => {
    assert.equal(toldBy('to 13912345678\ncard 110105194912310021\n').length, 2);
  });

  it('takes no id, time or figure for a person', () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    assert.deepEqual(toldBy('checkpoint complete: wrote 98 buffers (0.6%); distance=5243 kB, estimate=12345 kB\n'), []);
    assert.deepEqual(
      toldBy(`{"time":1763786343000,"traceId":"${trace}","id":"019aab3e-d000-7013-8000-d0006d0006aa"}\n`),
      [],
    );
  });
});
