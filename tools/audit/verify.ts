import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyAudit, type AuditReport, type KnownHead } from '#platform';
import pg from 'pg';
import { projectRoot, runningPostgres } from '../backing-services/index.js';
import { SERVICES } from '../start/services.js';

// npm run audit:verify [-- --service patients] [--url postgres://…] [--head patients:1204:9b2f…]
// Without --url the databases are those of the `npm start` that runs from DATA_DIR; DATABASE_URL does as well.

interface Target {
  service: string;
  url: string;
}

const { values } = parseArgs({
  options: {
    service: { type: 'string', multiple: true },
    url: { type: 'string' },
    head: { type: 'string', multiple: true, default: [] },
    data: { type: 'string', default: process.env['DATA_DIR'] || '.data' },
  },
});

let sound = true;
for (const target of targets()) sound = (await verify(target)) && sound;
process.exit(sound ? 0 : 1);

async function verify({ service, url }: Target): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, application_name: 'audit-verify' });
  await client.connect();
  try {
    // One snapshot: what is sealed meanwhile does not confuse the walk.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const ask = async <R>(sql: string, given?: unknown[]) => (await client.query(sql, given)).rows as R[];
    const report = await verifyAudit(ask, knownHeads(service));
    process.stdout.write(`${service}: ${describe(report)}\n`);
    return report.tampering === null;
  } finally {
    await client.end();
  }
}

function describe({ sealed, waiting, head, droppedBefore, tampering }: AuditReport): string {
  if (tampering) {
    const { kind, seq, entryId, detail } = tampering;
    return `NOT INTACT: ${kind}${seq === null ? '' : ` at seal ${seq}`}, entry ${entryId ?? 'unknown'}. ${detail}`;
  }
  const dropped = droppedBefore ? `, dropped before ${droppedBefore.toISOString()}` : '';
  return `intact, ${sealed} sealed, ${waiting} waiting${dropped}, head ${head.seq}:${head.hash}`;
}

/** `service:seq:hash`, as this program printed it or the logs and `GET /ops/<service>/audit/head` say it. */
function knownHeads(service: string): KnownHead[] {
  return values.head
    .map((text) => text.split(':'))
    .filter(([name]) => name === service)
    .map(([, seq, hash]) => ({ seq: Number(seq), hash: hash ?? '' }));
}

function targets(): Target[] {
  const url = values.url ?? process.env['DATABASE_URL'];
  if (url !== undefined) return [{ service: values.service?.[0] ?? new URL(url).pathname.slice(1), url }];
  const wanted = SERVICES.filter(({ name }) => values.service === undefined || values.service.includes(name));
  return wanted.flatMap(({ name, database }) =>
    database === undefined ? [] : [{ service: name, url: embeddedUrl(database) }],
  );
}

function embeddedUrl(database: string): string {
  const running = runningPostgres(resolve(projectRoot(), values.data, 'postgres'));
  if (running === undefined) {
    process.stderr.write(`No running hospital in ${values.data}: start it with npm start, or give --url.\n`);
    process.exit(2);
  }
  const url = new URL(running);
  url.pathname = `/${database}`;
  return url.href;
}
