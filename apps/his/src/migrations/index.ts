import type { MigrationClass } from '#platform';
import { CreateHis1764000000000 } from './create-his.js';

export const hisMigrations: MigrationClass[] = [CreateHis1764000000000];
