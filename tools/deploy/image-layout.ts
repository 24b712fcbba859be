import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode, projectRoot } from '../backing-services/index.js';
import { textOf } from './compose-file.js';

const DOCKERFILE = 'deploy/Dockerfile';
const root = projectRoot();

/** One COPY of the image's last stage; paths below /app. */
export interface Copied {
  stage: string;
  from: string;
  to: string;
}

export function copiesOfImage(): Copied[] {
  const copies = textOf(DOCKERFILE).matchAll(/^COPY --from=(\w+) \/app\/(\S+) \.\/(\S*)$/gm);
  return [...copies].map(([, stage = '', from = '', to = '']) => ({ stage, from, to: to || basename(from) }));
}

/** An ENTRYPOINT, or the command of the HEALTHCHECK. */
export function commandOfImage(instruction: 'ENTRYPOINT' | 'HEALTHCHECK'): string[] {
  const [, words = ''] = new RegExp(`^${instruction} [^[]*(\\[.*\\])$`, 'm').exec(textOf(DOCKERFILE)) ?? [];
  return JSON.parse(words) as string[];
}

/**
 * The packages that `npm ci --omit=dev` puts there, by the lock file, less those that the Dockerfile removes; as folders
 * from the project's root. Those of other machines are not installed here and so are not among them.
 */
export function productionPackages(): string[] {
  const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, { dev?: boolean }> };
  const [, removed = ''] = /npm ci --omit=dev[^\n]*?rm -rf ([^\n]+)/.exec(textOf(DOCKERFILE)) ?? [];
  const gone = removed.split(' ').filter(Boolean);
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path]) => path)
    .filter((path) => !gone.some((each) => path === each || path.startsWith(`${each}/`)))
    .filter((path) => existsSync(join(root, path, 'package.json')));
}

/**
 * Lays out /app of the image in `folder`, as the last stage of the Dockerfile does: dist/ has to be built. Files are
 * linked and not copied, where the folder is on the same disk.
 */
export function layOutImage(folder: string): void {
  for (const { from, to } of copiesOfImage()) {
    if (from === 'node_modules') for (const path of productionPackages()) plant(join(root, path), join(folder, path));
    else plant(join(root, from), join(folder, to));
  }
}

/** Without tests in dist/, which the Dockerfile takes out, and packages inside packages, which the lock file has too. */
function plant(from: string, to: string): void {
  if (statSync(from).isFile()) return link(from, to);
  const leftOut = ['node_modules', ...(from.startsWith(join(root, 'dist')) ? ['test'] : [])];
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (!leftOut.includes(entry.name)) plant(join(from, entry.name), join(to, entry.name));
  }
}

function link(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch (error) {
    if (errorCode(error) !== 'EXDEV') throw error;
    copyFileSync(from, to);
  }
}
