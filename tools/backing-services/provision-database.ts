import { Client, DatabaseError, escapeIdentifier, escapeLiteral } from 'pg';

export interface DatabaseWanted {
  database: string;
  /** Owns the database and may enter no other of ours. */
  role: string;
  password: string;
}

const OLDEST_POSTGRES = 15;

/** Makes a service's role and database where they are missing; answers the service's URL. Asking twice changes nothing. */
export async function provisionDatabase(adminUrl: string, wanted: DatabaseWanted): Promise<string> {
  await withClient(adminUrl, async (client) => {
    await ensureRole(client, wanted);
    if (!(await exists(client, 'SELECT FROM pg_database WHERE datname = $1', wanted.database))) {
      await createDatabase(client, wanted);
    }
    await closeToOthers(client, wanted.database);
  });
  const url = new URL(adminUrl);
  url.username = encodeURIComponent(wanted.role);
  url.password = encodeURIComponent(wanted.password);
  url.pathname = `/${encodeURIComponent(wanted.database)}`;
  return url.href;
}

/** Refuses a server that the project does not run on, saying what it lacks; answers its version. */
export async function checkPostgres(adminUrl: string): Promise<string> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ version: string; number: number; may_create: boolean }>(
      `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
              rolsuper OR (rolcreatedb AND rolcreaterole) AS may_create FROM pg_roles WHERE rolname = current_user`,
    );
    const { version = '?', number = 0, may_create: mayCreate = false } = rows[0] ?? {};
    if (number < OLDEST_POSTGRES * 10_000) {
      throw new Error(`DATABASE_URL names a PostgreSQL ${version}; ${OLDEST_POSTGRES} or newer is needed`);
    }
    if (!mayCreate) {
      throw new Error(
        'The user of DATABASE_URL needs CREATEDB and CREATEROLE, to make a database and a role a service',
      );
    }
    return version;
  });
}

async function ensureRole(client: Client, { role, password }: DatabaseWanted): Promise<void> {
  const name = escapeIdentifier(role);
  const verb = (await exists(client, 'SELECT FROM pg_roles WHERE rolname = $1', role)) ? 'ALTER' : 'CREATE';
  await client.query(`${verb} ROLE ${name} LOGIN PASSWORD ${escapeLiteral(password)}`);
  // Whoever is no superuser must belong to a role to make it an owner.
  await client.query(
    `DO $$ BEGIN IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
     THEN GRANT ${name} TO CURRENT_USER; END IF; END $$`,
  );
}

/**
 * C.UTF-8, so that every machine sorts alike and pg_trgm sees Chinese letters. The embedded cluster's template has it;
 * elsewhere it is asked for, and a server that has no such locale gives its own UTF-8 one.
 */
export async function createDatabase(
  client: Client,
  { database, role }: Omit<DatabaseWanted, 'password'>,
): Promise<void> {
  const create = `CREATE DATABASE ${escapeIdentifier(database)} OWNER ${escapeIdentifier(role)} TEMPLATE template0 ENCODING 'UTF8'`;
  const libc = `LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'`;
  const inherited = (await templateIsFit(client)) ? [''] : [];
  for (const locale of [...inherited, `LOCALE_PROVIDER libc ${libc}`, `LOCALE_PROVIDER icu ICU_LOCALE 'und'`]) {
    try {
      return void (await client.query(`${create} ${locale}`));
    } catch (error) {
      if (!isUnknownLocale(error)) throw error;
    }
  }
  await client.query(create);
}

/** Nobody but its owner may enter it. */
export async function closeToOthers(client: Client, database: string): Promise<void> {
  await client.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${escapeIdentifier(database)} FROM PUBLIC`);
}

async function templateIsFit(client: Client): Promise<boolean> {
  return exists(
    client,
    `SELECT FROM pg_database WHERE datname = 'template0' AND pg_encoding_to_char(encoding) = $1
       AND datctype ~* '^C\\.utf-?8$'`,
    'UTF8',
  );
}

/** 22023, 42809, 0A000: this server was built without the locale or its provider. */
function isUnknownLocale(error: unknown): boolean {
  return error instanceof DatabaseError && ['22023', '42809', '0A000', '42704'].includes(error.code ?? '');
}

async function exists(client: Client, sql: string, value: string): Promise<boolean> {
  const { rowCount } = await client.query(sql, [value]);
  return (rowCount ?? 0) > 0;
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
