import type { MigrationClass } from '#platform';
import { CreateFollowUp1764000000000 } from './create-follow-up.js';
import { CreatePatientLinks1764000400000 } from './create-patient-links.js';
import { KeepWishes1766300000000 } from './keep-wishes.js';
import { SeedDischargeDefault1764000000001 } from './seed-discharge-default.js';
import { WidenTasks1764000100000 } from './widen-tasks.js';

export const followUpMigrations: MigrationClass[] = [
  CreateFollowUp1764000000000,
  SeedDischargeDefault1764000000001,
  WidenTasks1764000100000,
  KeepWishes1766300000000,
  CreatePatientLinks1764000400000,
];
