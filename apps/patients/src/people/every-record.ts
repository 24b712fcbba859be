import { transact, type JobRun } from '#platform';
import type { DataSource, EntityManager } from 'typeorm';

/** Made due in one transaction; what falls due is the deadlines' work. */
const BATCH = 5_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Works on every living record in the order of ids, a batch a transaction. An attempt that was cut off begins anew: the
 * work must bear to be done twice.
 */
export async function throughEveryRecord(
  source: DataSource,
  run: JobRun,
  work: (tx: EntityManager, ids: string[]) => Promise<void>,
): Promise<void> {
  for (let after: string | undefined = NOBODY; after !== undefined;) {
    run.signal.throwIfAborted();
    after = await transact(source, async (tx) => {
      await run.hold(tx);
      const rows: { id: string }[] = await tx.query(
        `SELECT id FROM person WHERE merged_into IS NULL AND id > $1 ORDER BY id LIMIT ${BATCH}`,
        [after],
      );
      const ids = rows.map(({ id }) => id);
      await work(tx, ids);
      return ids.at(-1);
    });
  }
}
