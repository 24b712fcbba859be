import { prepared } from '#platform';
import type { EntityManager } from 'typeorm';

/**
 * Stores whole rows in one statement that PostgreSQL plans once, whatever their number.
 * @param unless what stands already and is left as it is, for instance `(once_key)`
 * @returns the ids of those that were stored
 */
export async function storeRows<T extends { id: string }>(
  tx: EntityManager,
  type: new () => T,
  rows: readonly T[],
  unless: string,
): Promise<string[]> {
  const { columns, tableName } = tx.connection.getMetadata(type);
  const names = columns.map(({ databaseName }) => databaseName).join(', ');
  const stored = await prepared<{ id: string }>(
    tx,
    `${tableName}.store`,
    `INSERT INTO ${tableName} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${tableName}, $1)
     ON CONFLICT ${unless} DO NOTHING RETURNING id`,
    [
      JSON.stringify(
        rows.map((row) => Object.fromEntries(columns.map((each) => [each.databaseName, valueOf(row, each)]))),
      ),
    ],
  );
  return stored.map(({ id }) => id);
}

function valueOf<T extends object>(row: T, { propertyName }: { propertyName: string }): unknown {
  return row[propertyName as keyof T];
}
