import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import config from '../../.dependency-cruiser.mjs';
import { CANARIES, TREE } from './canaries.mjs';
import { strayFolders } from './folders.mjs';
import { breaches } from './walls.mjs';

/** Below the checkout, so that the canaries find node_modules. */
const cache = fileURLToPath(new URL('../../.cache', import.meta.url));

describe('the walls', () => {
  let house;
  let found;

  before(async () => {
    mkdirSync(cache, { recursive: true });
    house = mkdtempSync(join(cache, 'canaries-'));
    for (const [path, source] of Object.entries(TREE)) put(path, source);
    found = (await breaches(house)).breaches;
  });

  after(() => rmSync(house, { recursive: true, force: true }));

  function put(path, source = '') {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), source);
  }

  for (const { rule, file } of CANARIES) {
    it(`${rule} stops ${file}`, () => {
      const rules = found.filter(({ from }) => from === file).map((breach) => breach.rule);
      assert.ok(rules.includes(rule), `expected ${rule}, got ${rules.join(', ') || 'nothing'}`);
    });
  }

  it('has a canary for each rule', () => {
    const guarded = new Set(CANARIES.map(({ rule }) => rule));
    assert.deepEqual(
      config.forbidden.map(({ name }) => name).filter((name) => !guarded.has(name)),
      [],
    );
  });

  it('accuses nobody but the canaries', () => {
    const canaries = new Set(CANARIES.map(({ file }) => file));
    assert.deepEqual(
      found.filter(({ from }) => !canaries.has(from)),
      [],
    );
  });

  it('knows the kind of every folder', () => {
    assert.deepEqual(strayFolders(house), []);
    for (const path of ['apps/stray/x.ts', 'apps/beds/scripts/x.ts', 'libs/platform/src/utils/x.ts']) put(path);
    rmSync(join(house, 'apps/wards/src/main.ts'));
    assert.deepEqual(
      strayFolders(house).map((line) => line.split(':')[0]),
      ['apps/stray', 'apps/wards', 'apps/beds/scripts', 'libs/platform/src/utils'],
    );
  });
});
