import { print, type Figure } from './harness/figure.js';

const BENCHES: Record<string, () => Promise<{ run: (options: string[]) => Promise<Figure[]> }>> = {
  bus: () => import('./bus/bus.js'),
  complaints: () => import('./complaints/complaints.js'),
  'follow-up': () => import('./follow-up/follow-up.js'),
  gateway: () => import('./gateway/gateway.js'),
  mllp: () => import('./mllp/mllp.js'),
  patients: () => import('./patients/patients.js'),
  start: () => import('./start/start.js'),
};

const [name, ...options] = process.argv.slice(2);
const load = BENCHES[name ?? ''];
if (!load) {
  process.stderr.write(
    `usage: npm run bench -- NAME [--json]\n       patients: [--people N] [--lines N] [--data FOLDER] [--only reads,segments,create,import]\n       follow-up: [--tasks N] [--data FOLDER] [--only day,next,plans]\n       complaints: [--tickets N] [--data FOLDER] [--only idle,board,deadlines,open]\nNAME is one of: ${Object.keys(BENCHES).join(', ')}\n`,
  );
  process.exit(2);
}
const { run } = await load();
print(await run(options), options.includes('--json'));
process.exit(0);
