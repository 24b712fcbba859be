import { subscribe } from 'node:diagnostics_channel';
import { openSync } from 'node:fs';

// Preloaded with --import into services under test. KILL_POINT is `service checkpoint count marker-file`: the process of
// that service dies by SIGKILL when it reaches the checkpoint for the n-th time, once, however often it is restarted.
const [service, name, count, marker] = (process.env['KILL_POINT'] ?? '').split(' ');
let reached = 0;

if (marker !== undefined && process.argv[1]?.includes(`/apps/${service}/`)) {
  subscribe('hospital.checkpoint', (checkpoint) => {
    if (checkpoint !== name || ++reached !== Number(count) || !isFirst(marker)) return;
    process.kill(process.pid, 'SIGKILL');
  });
}

function isFirst(file: string): boolean {
  try {
    openSync(file, 'wx');
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
