// Files that break a wall on purpose, and their innocent neighbours: what each rule is meant to let pass.

/** The smallest house: two services, the four libraries, the tools. */
const HOUSE = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: Object.fromEntries(
      ['contracts', 'event-bus', 'platform', 'testing'].map((lib) => [
        `#${lib}`,
        { source: `./libs/${lib}/src/index.ts`, default: `./dist/libs/${lib}/src/index.js` },
      ]),
    ),
    dependencies: { '@nats-io/jetstream': '*', '@nestjs/common': '*', typeorm: '*', 'temporal-polyfill': '*' },
    devDependencies: { '@jest/globals': '*', supertest: '*', prettier: '*' },
  }),
  'nest-cli.json': JSON.stringify({
    projects: {
      wards: { type: 'application' },
      beds: { type: 'application' },
      contracts: { type: 'library' },
      'event-bus': { type: 'library' },
      platform: { type: 'library' },
      testing: { type: 'library' },
    },
  }),
  'libs/contracts/src/index.ts': "export * from './ward.v1.js';",
  'libs/contracts/src/ward.v1.ts': 'export class WardV1 {}',
  'libs/event-bus/src/index.ts': "import '@nats-io/jetstream';\nimport '#platform';\nexport const bus = 1;",
  'libs/event-bus/src/outbox.int.spec.ts': "import '#testing';\nimport '@nats-io/jetstream';",
  'libs/platform/src/index.ts': "export { clock } from './clock.js';",
  'libs/platform/src/clock.ts': 'export const clock = 1;',
  'libs/testing/src/index.ts': "import 'supertest';\nimport '@nats-io/jetstream';\nexport const aWard = 1;",
  'apps/wards/README.md': '',
  'apps/wards/src/main.ts': "import '#platform';\nimport './wards.module.js';",
  'apps/wards/src/wards.module.ts': "import '#event-bus';\nimport './wards/wards.controller.js';\nimport '#contracts';",
  'apps/wards/src/wards/ward.entity.ts': "import 'typeorm';\nexport class Ward {}",
  'apps/wards/src/wards/vocabulary.ts': "export const COLOURS = ['red'];",
  'apps/wards/src/wards/days.rules.ts': 'export const day = 1;',
  'apps/wards/src/wards/ward.rules.ts': [
    "import type { Ward } from './ward.entity.js';",
    "import type { WardV1 } from '#contracts';",
    "import { Temporal } from 'temporal-polyfill';",
    "import { COLOURS } from './vocabulary.js';",
    "import { day } from './days.rules.js';",
    'export const rule = (ward: Ward, event: WardV1) => [ward, event, Temporal, COLOURS, day];',
  ].join('\n'),
  'apps/wards/src/wards/ward.rules.spec.ts': "import '@jest/globals';\nimport './ward.rules.js';",
  'apps/wards/src/wards/wards.service.ts': "import 'typeorm';\nimport './ward.entity.js';\nimport './ward.rules.js';",
  'apps/wards/src/wards/wards.controller.ts':
    "import './wards.service.js';\nimport type { Ward } from './ward.entity.js';\nexport type Shown = Ward;",
  'apps/wards/test/wards.int.spec.ts': "import '#testing';\nimport 'supertest';\nimport '../src/wards.module.js';",
  'apps/beds/README.md': '',
  'apps/beds/src/main.ts': 'export {};',
  'apps/beds/src/beds.module.ts': 'export const beds = 1;',
  // The half of a cycle that is not accused: one accusation a cycle is enough.
  'apps/beds/src/m-two.ts': "import type { M } from './m-one.js';\nexport type N = M;",
  'tools/backing-services/nats.ts': "import '@nats-io/jetstream';",
  'tools/documents/openapi.ts': "import '../../apps/wards/src/wards.module.js';",
  'apps/wards/src/migrations/index.ts': 'export const wardMigrations = [];',
  'tools/backup/service-migrations.ts': "await import('../../apps/wards/src/migrations/index.js');",
  'bench/bus.ts': "import '#testing';\nimport '@nats-io/jetstream';",
};

/** By rule: [file that breaks it, its source], as many as the rule has ways to be broken. */
const BREAKING = {
  'no-app-imports-another': [['apps/beds/src/a.ts', "import '../../wards/src/wards/vocabulary.js';"]],
  'libs-never-import-apps': [['libs/platform/src/b.ts', "import '../../../apps/beds/src/beds.module.js';"]],
  'tools-enter-apps-for-documents-only': [
    ['tools/start/c.ts', "import '../../apps/beds/src/beds.module.js';"],
    ['bench/c.ts', "import '../apps/beds/src/beds.module.js';"],
  ],
  'a-restore-enters-apps-for-migrations-only': [
    ['tools/backup/other-migrations.ts', "await import('../../apps/beds/src/beds.module.js');"],
  ],
  'made-people-enter-apps-for-name-keys-only': [
    ['bench/patients/name-keys.ts', "import '../../apps/beds/src/beds.module.js';"],
  ],
  'a-lib-is-entered-by-its-index': [
    ['apps/beds/src/d.ts', "import '../../../libs/platform/src/clock.js';"],
    ['tools/start/d.ts', "export * from '../../libs/platform/src/clock.js';"],
  ],
  'a-lib-enters-another-by-its-index': [['libs/event-bus/src/e.ts', "import '../../platform/src/clock.js';"]],
  'contracts-are-a-leaf': [
    ['libs/contracts/src/f.ts', "import type { clock } from '#platform';\nexport type F = clock;"],
  ],
  'only-the-event-bus-knows-nats': [
    ['apps/beds/src/g.ts', "import type { JsMsg } from '@nats-io/jetstream';\nexport type G = JsMsg;"],
    ['libs/platform/src/g.ts', "await import('@nats-io/jetstream');"],
  ],
  'rules-are-pure': [
    ['apps/beds/src/h-framework.rules.ts', "import '@nestjs/common';"],
    ['apps/beds/src/h-clock.rules.ts', "import '#platform';"],
    ['apps/beds/src/h-file.rules.ts', "import 'node:fs';"],
    ['apps/beds/src/h-neighbour.rules.ts', "import './beds.module.js';"],
  ],
  'controllers-never-touch-repositories': [
    ['apps/beds/src/i.controller.ts', "import { DataSource } from 'typeorm';\nexport { DataSource };"],
  ],
  'controllers-store-nothing': [
    ['apps/wards/src/wards/j.controller.ts', "import { Ward } from './ward.entity.js';\nexport const j = Ward;"],
  ],
  'no-test-code-in-production': [
    ['apps/beds/src/k.ts', "import '#testing';"],
    ['apps/wards/src/k.ts', "import './wards/ward.rules.spec.js';"],
    ['tools/start/k.ts', "import '#testing';"],
  ],
  'no-development-packages-in-production': [['apps/beds/src/l.ts', "import 'prettier';"]],
  'no-cycles': [['apps/beds/src/m-one.ts', "import './m-two.js';\nexport type M = 1;"]],
  'everything-resolves': [['apps/beds/src/n.ts', "import './no-such-file.js';"]],
};

export const CANARIES = Object.entries(BREAKING).flatMap(([rule, files]) => files.map(([file]) => ({ rule, file })));

/** Path → source, of the house with every canary in it. */
export const TREE = { ...HOUSE, ...Object.fromEntries(Object.values(BREAKING).flat()) };
