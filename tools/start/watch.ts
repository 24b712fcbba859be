import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join, sep } from 'node:path';

/** What must happen after files changed. */
export interface Change {
  /** Folders to compile again, from the project's root. */
  folders: string[];
  /** Names of services to restart. */
  restart: string[];
}

/** Long enough for an editor that saves in several steps, short enough not to be noticed. */
const SETTLE_MS = 150;

/** A file of an app concerns that app; one of a lib, everybody. Tests and other files concern nobody. */
export function changeOf(files: string[], services: string[]): Change {
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  const folders = new Set(sources.map((file) => file.split(sep).slice(0, 2).join('/')));
  const shared = [...folders].some((folder) => folder.startsWith('libs/'));
  const restart = services.filter((name) => shared || folders.has(`apps/${name}`));
  return { folders: restart.length > 0 ? [...folders] : [], restart };
}

/** Calls back, one change at a time, after files below apps/ and libs/ changed. Answers how to stop watching. */
export function watchSources(
  root: string,
  services: string[],
  onChange: (change: Change) => Promise<void>,
): () => void {
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  const settle = async () => {
    if (busy) return;
    busy = true;
    while (pending.size > 0) {
      const change = changeOf([...pending], services);
      pending.clear();
      if (change.restart.length > 0) await onChange(change);
    }
    busy = false;
  };
  const watchers = ['apps', 'libs'].map((folder) =>
    watch(join(root, folder), { recursive: true }, (_event, file) => {
      if (file === null) return;
      pending.add(join(folder, file));
      clearTimeout(timer);
      timer = setTimeout(() => void settle(), SETTLE_MS);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** Compiles some folders into dist/; answers whether that worked. What went wrong is on the screen. */
export function compile(root: string, folders: string[]): Promise<boolean> {
  const child = spawn(process.execPath, [join(root, 'tools', 'build.mjs'), ...folders], {
    cwd: root,
    stdio: 'inherit',
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
