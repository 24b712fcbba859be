// Who may import whom (docs: CONTRIBUTING.md, "The walls"). tools/checks/walls.test.mjs breaks each rule on purpose.

/** Matches a package however it resolves: to its files, to its types, or not at all. */
const npm = (...names) => names.flatMap((name) => [`(^|/)node_modules/(@types/)?${name}/`, `^${name}(/|$)`]);

/** Code that proves or measures the product instead of being it. */
const TESTS = ['\\.spec\\.ts$', '^(apps|libs)/[^/]+/test/', '^libs/testing/', '^bench/'];
/** What runs in a hospital. tools/documents and tools/checks only run on our own machines. */
const PRODUCT = ['^(apps|libs)/[^/]+/src/', '^tools/(start|backing-services)/'];
const DATABASE = npm('typeorm', '@nestjs/typeorm', 'pg');

const wall = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const forbidden = [
  wall(
    'no-app-imports-another',
    'Services talk by events and requests (libs/contracts), so that each can be deployed alone.',
    { path: '^apps/([^/]+)/' },
    { path: '^apps/', pathNot: '^apps/$1/' },
  ),
  wall('libs-never-import-apps', 'Libraries are below services.', { path: '^libs/' }, { path: '^apps/' }),
  wall(
    'tools-enter-apps-for-documents-only',
    'Tools run services as processes; only the document generation reads their decorators.',
    {
      path: '^(tools|bench)/',
      pathNot: ['^tools/documents/', '^tools/backup/[^/]*migrations\\.ts$', '^bench/patients/name-keys\\.ts$'],
    },
    { path: '^apps/' },
  ),
  wall(
    'made-people-enter-apps-for-name-keys-only',
    'People made for a benchmark are found by the same keys as those the service writes.',
    { path: '^bench/patients/name-keys\\.ts$' },
    { path: '^apps/', pathNot: '^apps/patients/src/people/name-search\\.ts$' },
  ),
  wall(
    'a-restore-enters-apps-for-migrations-only',
    'The tables of a backup are made by the migrations of their service; nothing else of it is a tool’s business.',
    { path: '^tools/backup/[^/]*migrations\\.ts$' },
    { path: '^apps/', pathNot: '^apps/[^/]+/src/migrations/index\\.ts$' },
  ),
  wall(
    'a-lib-is-entered-by-its-index',
    "Import '#contracts', '#event-bus', '#platform' or '#testing': what the index leaves out may change any day.",
    { pathNot: '^libs/' },
    { path: '^libs/[^/]+/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
  ),
  wall(
    'a-lib-enters-another-by-its-index',
    'As services do.',
    { path: '^libs/([^/]+)/' },
    { path: '^libs/[^/]+/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
  ),
  wall(
    'contracts-are-a-leaf',
    'Every service and every integrator builds on the contracts, so they build on nothing of ours.',
    { path: '^libs/contracts/' },
    { path: '^(apps|libs|tools|bench)/', pathNot: '^libs/contracts/' },
  ),
  wall(
    'only-the-event-bus-knows-nats',
    'Everyone else appends to the outbox, handles events with @OnEvent and asks through typed requests.',
    { pathNot: ['^libs/event-bus/src/', '^tools/backing-services/', ...TESTS] },
    { path: npm('@nats-io/[^/]+', 'nats') },
  ),
  wall(
    'rules-are-pure',
    'Rules import rules, vocabulary and Temporal (decision 7). Types of anything may be named with `import type`.',
    { path: '\\.rules\\.ts$' },
    {
      pathNot: ['\\.rules\\.ts$', 'vocabulary\\.ts$', '/vocabulary/', ...npm('temporal-polyfill')],
      dependencyTypesNot: ['type-only'],
    },
  ),
  wall(
    'controllers-never-touch-repositories',
    'A controller translates HTTP; the service next to it opens the transaction.',
    { path: '\\.controller\\.ts$' },
    { path: [...DATABASE, '\\.repository\\.ts$', '/migrations/'] },
  ),
  wall(
    'controllers-store-nothing',
    'A controller may name what is stored as a type, never use an entity.',
    { path: '\\.controller\\.ts$' },
    { path: '\\.entity\\.ts$', dependencyTypesNot: ['type-only'] },
  ),
  wall(
    'no-test-code-in-production',
    'Builders, kill points and time travel stay out of what a hospital runs.',
    { path: PRODUCT, pathNot: TESTS },
    { path: [...TESTS, ...npm('jest', '@jest/[^/]+', 'supertest', '@nestjs/testing', 'fast-check')] },
  ),
  wall(
    'no-development-packages-in-production',
    '`npm ci --omit=dev` has to be enough to run.',
    { path: PRODUCT, pathNot: TESTS },
    { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
  ),
  wall('no-cycles', 'Of two files that need each other one cannot be understood alone.', {}, { circular: true }),
  wall('everything-resolves', 'The walls cannot judge what they cannot see.', {}, { couldNotResolve: true }),
];

export default {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    detectJSDocImports: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types', 'require'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
