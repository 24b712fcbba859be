import type { MigrationClass } from '#platform';
import { CreateStaff1764000000000 } from './create-staff.js';

export const staffMigrations: MigrationClass[] = [CreateStaff1764000000000];
