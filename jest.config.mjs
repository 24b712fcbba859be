/** Tiers by file suffix (docs: CONTRIBUTING.md): pure, on real servers, through the gateway, with kill points. */
const shared = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
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

export default {
  workerIdleMemoryLimit: '800MB',
  projects: [
    tier('unit', '(?<!int\\.|e2e\\.|fault\\.)spec'),
  ],
};
