// What the compiler cannot see (docs: CONTRIBUTING.md). Each house rule has a canary in tools/checks/lint.test.mjs.
import tseslint from 'typescript-eslint';

/** Code that proves or measures the product instead of being it. */
const TESTS = ['**/*.spec.ts', '**/test/**/*.ts', 'libs/testing/**/*.ts'];
const OUTSIDE_PRODUCT = [...TESTS, 'tools/**', 'bench/**'];

const TIME = "Ask the platform's Clock, or take `now`: tests move time for all processes at once (decision 7).";
const READS_OF_TIME = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: TIME },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: TIME },
  { selector: "CallExpression[callee.name='Date']", message: TIME },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: TIME },
];

const CONFIGURATION = "Add a field to the service's configuration class: every default is visible there.";
const NATS = 'Only libs/event-bus knows NATS: append to the outbox, or handle events with @OnEvent (decisions 3 to 5).';

export default tseslint.config(
  { ignores: ['dist/', '.dist-*/', '.data/', '.cache/', 'coverage/', 'docs/api/', 'libs/client/src/api.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },
  {
    files: ['**/*.{ts,mjs}'],
    rules: {
      eqeqeq: 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
    },
  },
  // Their programs insist on a default export.
  { files: ['*.config.mjs', '.*.mjs', 'libs/testing/jest/*.mjs'], rules: { 'no-restricted-exports': 'off' } },
  {
    files: ['**/*.ts'],
    ignores: OUTSIDE_PRODUCT,
    rules: {
      'no-restricted-syntax': ['error', ...READS_OF_TIME],
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: CONFIGURATION }],
      'no-restricted-imports': [
        'error',
        {
          paths: ['process', 'node:process'].map((name) => ({ name, importNames: ['env'], message: CONFIGURATION })),
          patterns: [{ group: ['@nats-io/*', 'nats'], message: NATS }],
        },
      ],
    },
  },
  { files: ['libs/event-bus/src/**'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['libs/platform/src/clock/clock.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['libs/platform/src/config/load-config.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['tools/**/*.ts'],
    ignores: ['tools/backing-services/**', ...TESTS],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['@nats-io/*', 'nats'], message: NATS }] }] },
  },
  {
    files: [...TESTS, '**/*.test.mjs'],
    rules: {
      'max-lines-per-function': 'off',
      // supertest answers bodies as any; the assertion is what types them.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
