import { subscribe } from 'node:diagnostics_channel';
import { readFileSync, unlinkSync } from 'node:fs';

// Preloaded with --import into services under test. The file KILL_POINT_FILE says `service checkpoint count`: the process
// of that service dies by SIGKILL when it reaches the checkpoint for the n-th time. The file goes with it, so that the
// restarted process lives on.
const file = process.env['KILL_POINT_FILE'];
let wish = '';
let reached = 0;

if (file !== undefined) {
  subscribe('hospital.checkpoint', (checkpoint) => {
    const current = wishIn(file);
    if (current !== wish) [wish, reached] = [current, 0];
    const [service, name, count] = wish.split(' ');
    if (checkpoint !== name || !process.argv[1]?.includes(`/apps/${service}/`)) return;
    if (++reached < Number(count)) return;
    unlinkSync(file);
    process.kill(process.pid, 'SIGKILL');
  });
}

function wishIn(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
