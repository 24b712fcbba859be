// The walls of the house: who may import whom, and which folders there may be (CONTRIBUTING.md).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import config from '../../.dependency-cruiser.mjs';
import { strayFolders } from './folders.mjs';

/** Every import below `root` that goes through a wall. */
export async function breaches(root) {
  const { enhancedResolveOptions, ...options } = config.options;
  const present = ['apps', 'libs', 'tools', 'bench'].filter((folder) => existsSync(join(root, folder)));
  const { output } = await cruise(
    present,
    { ...options, baseDir: root, validate: true, ruleSet: { forbidden: config.forbidden } },
    enhancedResolveOptions,
  );
  const { totalCruised, violations } = output.summary;
  return { totalCruised, breaches: violations.map(toBreach).sort((a, b) => a.from.localeCompare(b.from)) };
}

function toBreach({ rule, from, to, cycle }) {
  return { rule: rule.name, from, to: cycle ? cycle.map(({ name }) => name).join(' → ') : to };
}

async function main() {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const found = await breaches(root);
  for (const { rule, from, to } of found.breaches) {
    console.log(`${from}\n  → ${to}\n  ${rule}: ${config.forbidden.find(({ name }) => name === rule)?.comment}`);
  }
  const stray = strayFolders(root);
  for (const line of stray) console.log(line);
  console.log(`${found.totalCruised} modules, ${found.breaches.length} breaches, ${stray.length} stray folders`);
  exit(found.breaches.length + stray.length > 0 ? 1 : 0);
}

if (argv[1] === fileURLToPath(import.meta.url)) await main();
