import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process of ours that takes commands: `{id, command, …}` in, `{id, result}` or `{id, error}` out. */
export interface Worker {
  ask<T>(command: string, parameters?: object): Promise<T>;
  stop(): Promise<void>;
}

interface Answer {
  id: number;
  result?: unknown;
  error?: string;
}

export async function startWorker(entry: URL, environment: Record<string, string>): Promise<Worker> {
  const child: ChildProcess = fork(fileURLToPath(entry), { env: { PATH: process.env['PATH'], ...environment } });
  const open = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let count = 0;
  child.on('message', (answer: Answer) => {
    const waiting = open.get(answer.id);
    open.delete(answer.id);
    if (answer.error === undefined) waiting?.resolve(answer.result);
    else waiting?.reject(new Error(answer.error));
  });
  child.on('exit', (code) => {
    for (const waiting of open.values()) waiting.reject(new Error(`The worker ended with ${code}`));
  });
  await once(child, 'message');
  return {
    ask: <T>(command: string, parameters: object = {}) =>
      new Promise<T>((resolve, reject) => {
        const id = ++count;
        open.set(id, { resolve: resolve, reject });
        child.send({ id, command, ...parameters });
      }),
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

type Commands = Record<string, (parameters: never) => Promise<unknown>>;

/** The other side: answers commands until the process is told to stop. */
export function serveCommands(commands: Commands): void {
  process.on('message', ({ id, command, ...parameters }: { id: number; command: string }) => {
    const handler = commands[command];
    const run = handler ? handler(parameters as never) : Promise.reject(new Error(`No command ${command}`));
    run.then(
      (result) => process.send?.({ id, result }),
      (error: unknown) => process.send?.({ id, error: String(error) }),
    );
  });
  process.send?.('ready');
}
