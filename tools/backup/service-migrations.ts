import { eventBusMigrations } from '#event-bus';
import { platformMigrations, type MigrationClass } from '#platform';

type Exported = Record<string, MigrationClass[]>;

/** Every migration of a service's database, in order. @throws Error for a service without any */
export async function migrationsOf(service: string): Promise<MigrationClass[]> {
  const exported = (await import(`../../apps/${service}/src/migrations/index.js`)) as Exported;
  const own = Object.values(exported).find((each) => Array.isArray(each));
  if (!own) throw new Error(`apps/${service}/src/migrations lists no migrations`);
  return [...new Set([...platformMigrations, ...eventBusMigrations, ...own])];
}
