import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { keepOutput } from './test-logs.js';
import { pickFreePort } from '../../../tools/backing-services/index.js';

const hooks = fileURLToPath(new URL('../jest/typescript-hooks.mjs', import.meta.url));

/** A service as a process of its own, started as the launcher does: with a channel to its parent. */
export class ServiceProcess {
  output = '';
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;

  private constructor(
    readonly child: ChildProcess,
    readonly url: string,
  ) {
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (this.output += String(chunk)));
    this.exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
    child.once('close', () => keepOutput('process', this.output));
  }

  static async start(program: URL, environment: Record<string, string>): Promise<ServiceProcess> {
    const port = await pickFreePort();
    const child = fork(fileURLToPath(program), {
      execArgv: ['--conditions=source', '--import', pathToFileURL(hooks).href],
      env: { PATH: process.env['PATH'], SERVICE_PORT: String(port), ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    return new ServiceProcess(child, `http://127.0.0.1:${port}`);
  }

  get(path: string): Promise<Response> {
    return fetch(`${this.url}${path}`);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}
