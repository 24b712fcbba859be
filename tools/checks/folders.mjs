// Every folder under apps/ and libs/ is of a known kind: a service or a library that nest-cli.json declares, built as
// ARCHITECTURE.md says.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const KINDS = {
  apps: {
    type: 'application',
    inside: ['src', 'test', 'README.md'],
    needs: (name) => ['README.md', 'src/main.ts', `src/${name}.module.ts`],
  },
  // libs/testing also carries what Jest loads before the first test.
  libs: { type: 'library', inside: ['src', 'test', 'jest'], needs: () => ['src/index.ts'] },
};

/** Drawers for everything, in which nobody finds anything. */
const NAMELESS = /^(utils?|helpers?|commons?|shared|misc|managers?|core|lib)$/;

/** One line for each folder that no reader would expect, and each declared one that lacks what its kind needs. */
export function strayFolders(root) {
  const { projects } = JSON.parse(readFileSync(join(root, 'nest-cli.json'), 'utf8'));
  return Object.entries(KINDS).flatMap(([home, kind]) => {
    const declared = Object.keys(projects).filter((name) => projects[name].type === kind.type);
    const present = namesIn(join(root, home));
    return [
      ...present.filter((name) => !declared.includes(name)).map((name) => `${home}/${name}: nest-cli.json knows none`),
      ...declared.flatMap((name) => faultsOf(root, `${home}/${name}`, { ...kind, needs: kind.needs(name) })),
    ];
  });
}

function faultsOf(root, folder, { inside, needs }) {
  const missing = needs.filter((file) => !existsSync(join(root, folder, file)));
  const unknown = namesIn(join(root, folder)).filter((name) => !inside.includes(name));
  return [
    ...missing.map((file) => `${folder}: ${file} is missing`),
    ...unknown.map((name) => `${folder}/${name}: a place for this is not known (${inside.join(', ')})`),
    ...nameless(root, folder).map((path) => `${path}: name it after what it is about`),
  ];
}

function nameless(root, folder) {
  return namesIn(join(root, folder))
    .map((name) => `${folder}/${name}`)
    .filter((path) => statSync(join(root, path)).isDirectory())
    .flatMap((path) => [...(NAMELESS.test(path.split('/').at(-1)) ? [path] : []), ...nameless(root, path)]);
}

function namesIn(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}
