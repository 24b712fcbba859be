import { eventBusMigrations } from '#event-bus';
import { platformMigrations, type MigrationClass } from '#platform';

type Exported = Record<string, MigrationClass[]>;

/** By service. Written out, so that the walls see what is entered: the migrations, and nothing else of an app. */
const MIGRATIONS: Record<string, () => Promise<Exported>> = {
  staff: () => import('../../apps/staff/src/migrations/index.js'),
  patients: () => import('../../apps/patients/src/migrations/index.js'),
  'follow-up': () => import('../../apps/follow-up/src/migrations/index.js'),
  complaints: () => import('../../apps/complaints/src/migrations/index.js'),
  his: () => import('../../apps/his/src/migrations/index.js'),
};

/** Every migration of a service's database, in order. @throws Error for a service without any */
export async function migrationsOf(service: string): Promise<MigrationClass[]> {
  const exported = await MIGRATIONS[service]?.();
  const own = exported && Object.values(exported).find((each) => Array.isArray(each));
  if (!own) throw new Error(`No migrations of ${service} are known here`);
  return [...new Set([...platformMigrations, ...eventBusMigrations, ...own])];
}
