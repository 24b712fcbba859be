import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTestService, testEnvironment, type TestService } from '#testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../backing-services/index.js';
import { documentedServices, type DocumentedService } from './documented-services.js';
import { fieldsGiven, unlabelled } from './given-fields.js';
import { sectionsAnswered } from './person-data-answer.js';
import { contradictedRows, unansweredTables } from './person-data-stores.js';

interface Shown {
  rules: { name: string; table: string; days: number; setting: string | null }[];
  kept: { table: string; reason: string }[];
}

const ENVIRONMENT = () => ({ STAFF_SIGNING_KEY: testEnvironment().signingKey, MLLP_PORT: '0' });

/** Decision 15: what docs/retention.md says, what the code enforces and what the databases hold is one thing. */
describe('docs/retention.md', () => {
  const rows = readFileSync(join(projectRoot(), 'docs', 'retention.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'));
  const apps = join(projectRoot(), 'apps');
  const names = readdirSync(apps).filter((name) => existsSync(join(apps, name, 'src', 'migrations')));
  let service: TestService | undefined;

  afterEach(async () => {
    await service?.stop();
    service = undefined;
  });

  const rowsNaming = (...words: string[]) => rows.filter((row) => words.every((word) => row.includes(`\`${word}\``)));

  const tablesOf = async (running: TestService): Promise<string[]> => {
    const found: { name: string }[] = await running.source.query(
      `SELECT CASE schemaname WHEN 'public' THEN tablename ELSE schemaname || '.' || tablename END AS name
         FROM pg_tables t JOIN pg_class c ON c.oid = format('%I.%I', schemaname, tablename)::regclass
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`,
    );
    return found.map(({ name }) => name);
  };

  it.each(names)('has every period of %s, and every table of it has a rule or a reason to stay', async (name) => {
    const { module } = (await documentedServices()).find((one) => one.name === name) as DocumentedService;
    service = await startTestService({ service: name, module, migrations: [], environment: ENVIRONMENT() });
    const shown = (await service.api('administrator').get('/ops/retention').expect(200)).body as Shown;
    const said = new Set([...shown.rules, ...shown.kept].map(({ table }) => table));
    const undecided = (await tablesOf(service)).filter((table) => !said.has(table));
    const undocumented = shown.rules.filter(({ table, setting, days }) => {
      const named = rowsNaming(table, ...(setting === null ? [] : [setting]));
      return !named.some((row) => new RegExp(`\\b${days}\\b`).test(row));
    });
    const unnamed = shown.kept.filter(({ table }) => rowsNaming(table).length === 0);
    expect({ undecided, undocumented, unnamed }).toEqual({ undecided: [], undocumented: [], unnamed: [] });
    expect(await searched(service)).toEqual([]);
    // PT-9: what nobody answers for can be neither given to a person nor erased.
    expect(await unansweredTables(service)).toEqual([]);
    expect(contradictedRows(service, rows)).toEqual([]);
    expect(await sectionsAnswered(name, service)).toEqual(expect.arrayContaining(['audit', 'events-sent']));
    // Say what they mean in apps/patients/src/data-packages/field-words-of-others.ts (or field-words.ts): people read them.
    expect(unlabelled(await fieldsGiven(service))).toEqual([]);
  });

  /** Rules whose oldest rows no index finds: on a million rows each of a thousand batches would read them all. */
  const searched = async ({ source, api }: TestService): Promise<string[]> => {
    const asked: string[] = [];
    const query = source.query.bind(source);
    Object.assign(source, {
      query: (text: string, ...more: []) => {
        if (/^SELECT \S+ AS oldest FROM/.test(text)) asked.push(text);
        return query(text, ...more);
      },
    });
    await api('administrator').get('/ops/retention').expect(200);
    expect(asked.length).toBeGreaterThan(3);
    const plans = asked.map(async (text) => {
      const plan = await source.transaction(async (tx) => {
        for (const way of ['seqscan', 'sort', 'bitmapscan']) await tx.query(`SET LOCAL enable_${way} = off`);
        const lines: { 'QUERY PLAN': string }[] = await tx.query(`EXPLAIN ${text}`);
        return lines.map((line) => line['QUERY PLAN']).join('\n');
      });
      return /Seq Scan|-> +(Incremental )?Sort\b/.test(plan) ? [`${text}\n${plan}`] : [];
    });
    return (await Promise.all(plans)).flat();
  };
});
