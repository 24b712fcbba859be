import './typescript-hooks.mjs';

export default async function globalSetup(globalConfig) {
  const { startTestServers } = await import('../src/test-servers.ts');
  const servers = await startTestServers(globalConfig.maxWorkers);
  Object.assign(process.env, servers.environment);
  globalThis.testServers = servers;
}
