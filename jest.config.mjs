/** Tiers by file suffix (docs: CONTRIBUTING.md): pure, on real servers, through the gateway, with kill points. */
const shared = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: { '^(\\.{1,2}/.*(?<!\\.json))\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data', '<rootDir>/.cache'],
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools'],
  setupFiles: ['reflect-metadata'],
};

const tier = (displayName, suffix, extra = {}) => ({
  ...shared,
  displayName,
  testRegex: [`\\.${suffix}\\.ts$`],
  ...extra,
});

/** Real PostgreSQL, one real nats-server a worker. */
const servers = {
  globalSetup: '<rootDir>/libs/testing/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/libs/testing/jest/global-teardown.mjs',
};

export default {
  workerIdleMemoryLimit: '800MB',
  // No test is about time: two files share two cores, and a busy machine may take its time.
  testTimeout: 90_000,
  projects: [
    tier('unit', '(?<!int\\.|e2e\\.|fault\\.)spec'),
    tier('int', 'int\\.spec', servers),
    tier('e2e', 'e2e\\.spec'),
    tier('fault', 'fault\\.spec'),
  ],
};
