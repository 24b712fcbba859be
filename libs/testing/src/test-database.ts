import { randomBytes } from 'node:crypto';
import { lockKey, migrate, type MigrationClass } from '#platform';
import pg from 'pg';

/** A fresh database with these migrations applied, copied from a template that the first caller of the run makes. */
export async function createTestDatabase(
  adminUrl: string,
  service: string,
  migrations: MigrationClass[],
): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `t_${service.replaceAll('-', '_')}_${randomBytes(6).toString('hex')}`;
  await withAdmin(adminUrl, async (admin) => {
    const template = await ensureTemplate(admin, adminUrl, service, migrations);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  return {
    url: databaseUrl(adminUrl, name),
    drop: () =>
      withAdmin(adminUrl, async (admin) => void (await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  };
}

/** The lock is held by this session until it ends, so that two workers neither make nor copy a half-made template. */
async function ensureTemplate(
  admin: pg.Client,
  adminUrl: string,
  service: string,
  migrations: MigrationClass[],
): Promise<string> {
  const digest = lockKey(migrations.map((migration) => migration.name).join()).replace('-', 'n');
  const template = `template_${service.replaceAll('-', '_')}_${digest}`;
  await admin.query('SELECT pg_advisory_lock($1)', [lockKey(template)]);
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
  if (rowCount === 0) {
    await admin.query(`CREATE DATABASE ${template}_making`);
    await migrate(databaseUrl(adminUrl, `${template}_making`), migrations);
    await admin.query(`ALTER DATABASE ${template}_making RENAME TO ${template}`);
  }
  return template;
}

function databaseUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function withAdmin(adminUrl: string, work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
