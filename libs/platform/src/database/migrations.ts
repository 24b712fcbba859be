import type { MigrationInterface } from 'typeorm';
import { CreateAudit1700000100000 } from '../audit/create-audit.migration.js';
import { CreateLastBackup1766000000000 } from '../backup/create-last-backup.js';
import { CreateRoleRight1700000001000 } from '../auth/create-role-right.js';
import { CreateFile1700000003000 } from '../files/create-file.js';
import { CreateIdempotencyKey1700000004000 } from '../idempotency/create-idempotency-key.js';
import { AddLastSuccess1766000001000 } from '../jobs/add-last-success.js';
import { KeepErasures1766832000005 } from '../person-data/keep-erasures.js';
import { CreateJobs1765000000001, IndexJobProgress1765000000003 } from '../jobs/migrations.js';

export type MigrationClass = new () => MigrationInterface;

/** The platform's own tables in every service's database; `migrate` always applies them. */
export const platformMigrations: MigrationClass[] = [
  CreateRoleRight1700000001000,
  CreateFile1700000003000,
  CreateAudit1700000100000,
  CreateIdempotencyKey1700000004000,
  CreateJobs1765000000001,
  CreateLastBackup1766000000000,
  AddLastSuccess1766000001000,
  IndexJobProgress1765000000003,
  KeepErasures1766832000005,
];
