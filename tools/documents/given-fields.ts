import { newId, PersonDataSources } from '#platform';
import type { TestService } from '#testing';
import type { EntityManager } from 'typeorm';
import { hasLabel } from '../../apps/patients/src/data-packages/package-words.js';

interface Answer {
  fields: { name: string }[];
  rows: unknown[];
}

/** Of nobody there is: the columns of an answer are told without a row. */
const NOBODY = { ids: [newId()], known: { recordNumbers: [{ issuer: 'NOBODY', value: newId() }] } };

/** Names of the columns that the sources of a service read for a person's data package (PT-9). */
export async function fieldsGiven({ app, source }: TestService): Promise<string[]> {
  const names = new Set<string>();
  const runner = source.createQueryRunner();
  const client = (await runner.connect()) as { query(sql: string, values?: unknown[]): Promise<Answer> };
  const watching = {
    query: async (sql: string, values?: unknown[]) => {
      const { fields, rows } = await client.query(sql, values);
      for (const { name } of fields) names.add(name);
      return rows;
    },
  } as unknown as EntityManager;
  await runner.startTransaction();
  try {
    for (const each of app.get(PersonDataSources, { strict: false }).all()) {
      for (const { rows } of await each.collect(watching, NOBODY.ids, NOBODY.known)) {
        for await (const row of rows) throw new Error(`Of nobody there is ${JSON.stringify(row)}`);
      }
    }
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
  return [...names].toSorted();
}

/** Names of all fields in a row, however deep. */
export function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  return Object.entries(value).flatMap(([name, field]) => [name, ...namesIn(field)]);
}

/** Those that a data package would print without saying what they mean. */
export function unlabelled(names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => !hasLabel(name));
}
