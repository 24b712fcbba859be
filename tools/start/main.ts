import { join } from 'node:path';
import { projectRoot } from '../backing-services/index.js';
import { announcement } from './announcement.js';
import { readEnvironment, type StartEnvironment } from './environment.js';
import { type Stack, StackLauncher, StoppedWhileStarting } from './launch-stack.js';
import { SERVICES } from './services.js';
import { compile, watchSources } from './watch.js';

/** The one that the project brings along; npm scripts find it, a plain `node` on an older machine does not. */
const NODE_MAJOR = 24;
if (Number(process.versions.node.split('.', 1)[0]) < NODE_MAJOR) {
  console.error(
    `This runs on Node ${NODE_MAJOR}, and this is ${process.version}. Use npm start, which brings its own.`,
  );
  process.exit(1);
}

const root = projectRoot();
const services = SERVICES.map(({ name }) => name);

function log(line: string): void {
  console.log(`${(performance.now() / 1000).toFixed(1).padStart(6)} s  ${line}`);
}

async function main(): Promise<void> {
  const environment = readEnvironment(process.env, root);
  const { forServices: env, dataDir, ...given } = environment;
  const launcher = new StackLauncher({ ...given, dataDir, env, defaultPorts: true, onLog: log });
  stopOnSignals(launcher);
  log(`starting the hospital; its data and logs are in ${dataDir}`);
  const stack = await launcher.launch();
  const trail = await demoTrail(stack, environment);
  log('ready');
  console.log(announcement(stack.urls['gateway'] ?? '', stack.ports['mllp'], trail));
  if (process.argv.includes('--watch')) restartOnChange(stack);
}

/** The demo shows the hospital at work; a failure of it is told, and the hospital stays up. */
async function demoTrail(stack: Stack, { dataDir, forServices }: StartEnvironment): Promise<string[]> {
  try {
    const { playDemo } = await import('./demo.js');
    return await playDemo({
      dataDir,
      gatewayUrl: stack.urls['gateway'] ?? '',
      mllp: { host: '127.0.0.1', port: stack.ports['mllp'] ?? 0 },
      zone: forServices['HOSPITAL_ZONE'] ?? 'Asia/Shanghai',
      clockOffsetFile: forServices['CLOCK_OFFSET_FILE'],
      followUpDatabase: stack.databaseUrls['follow-up'] ?? '',
      onLog: log,
    });
  } catch (error) {
    log(`the demo could not be played: ${messageOf(error)} (logs: ${join(dataDir, 'logs')})`);
    return [];
  }
}

function stopOnSignals(launcher: StackLauncher): void {
  let asked = 0;
  const stop = async () => {
    if (++asked > 1) return launcher.hurry();
    log('stopping: gateway, services, NATS, PostgreSQL (Ctrl-C again hurries)');
    await launcher.stop();
    log('stopped');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
}

function restartOnChange(stack: Stack): void {
  watchSources(root, services, async ({ folders, restart }) => {
    if (!(await compile(root, folders))) return log('not restarted: it does not compile');
    // Not waited for: a service that does not start any more waits for the next change.
    for (const name of restart) {
      stack
        .service(name)
        .restart()
        .then(
          () => log(`restarted ${name}`),
          () => undefined,
        );
    }
  });
  log('watching apps/ and libs/');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

main().catch((error: unknown) => {
  // Whoever asked for the stop is told of it by the signal's own handler.
  if (error instanceof StoppedWhileStarting) return;
  console.error(`\n${messageOf(error)}`);
  process.exit(1);
});
