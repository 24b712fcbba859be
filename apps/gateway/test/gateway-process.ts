import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { signTestToken, testEnvironment } from '#testing';

const HOOKS = './libs/testing/jest/typescript-hooks.mjs';

export interface GatewayProcess {
  process: ChildProcess;
  output: () => string;
}

/** The gateway with this environment and no other. */
export function startProcess(environment: Record<string, string>): GatewayProcess {
  const args = ['-C', 'source', '--import', HOOKS, 'apps/gateway/src/main.ts'];
  const child = spawn(process.execPath, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  return { process: child, output: () => output };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

export function agentToken(sub?: string): Promise<string> {
  const { signingKey } = testEnvironment();
  return signTestToken(signingKey, ['agent'], new Date(Date.now() - 1_000), sub === undefined ? {} : { sub });
}
