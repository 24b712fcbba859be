import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NarrowMerged1767264600168 } from '../src/migrations/narrow-merged.js';
import { NarrowVisits1767264600068 } from '../src/migrations/narrow-visits.js';
import { startPatients } from './hospital.js';

describe('an upgrade beside a replica that goes on', () => {
  let hospital: TestService;
  beforeAll(async () => {
    hospital = await startPatients();
  });
  afterAll(() => hospital.stop());

  const begun = async () => {
    const runner = hospital.source.createQueryRunner();
    await runner.startTransaction();
    const [row]: { pid: number }[] = await runner.query('SELECT pg_backend_pid() AS pid');
    return { runner, pid: row?.pid };
  };

  it.each([
    ['encounter', new NarrowVisits1767264600068()],
    ['person', new NarrowMerged1767264600168()],
  ])('ADR 68 waits for who read %s and is going to write it, and neither fails', async (table, migration) => {
    const back = await begun();
    await migration.down(back.runner);
    await back.runner.commitTransaction();
    await back.runner.release();
    const [clerk, upgrade] = [await begun(), await begun()];
    try {
      await clerk.runner.query(`SELECT count(*) FROM ${table}`);
      const done = migration.up(upgrade.runner);
      await eventually(async () => {
        const waits = 'SELECT FROM pg_locks WHERE pid = $1 AND NOT granted';
        expect(await hospital.source.query(waits, [upgrade.pid])).toHaveLength(1);
      });
      await clerk.runner.query(`UPDATE ${table} SET updated_at = updated_at`);
      await clerk.runner.commitTransaction();
      await done;
      await upgrade.runner.commitTransaction();
    } finally {
      for (const { runner } of [clerk, upgrade]) {
        if (runner.isTransactionActive) await runner.rollbackTransaction();
        await runner.release();
      }
    }
  });
});
