import { CreateRoleRight1700000001000 } from '../auth/create-role-right.js';
import { CreateFile1700000003000 } from '../files/create-file.js';
import type { MigrationClass } from './migrate.js';

/** The platform's own tables in every service's database; they come before the bus's and the service's. */
export const platformMigrations: MigrationClass[] = [CreateRoleRight1700000001000, CreateFile1700000003000];
