import { HisErasureReportedV1, PersonErasedV1 } from '#contracts';
import { newId } from '#platform';
import { eventually, testEnvironment } from '#testing';
import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { aDischarge, startHis, type HisService } from './his-service.js';

/** Statements beside every database of a service. */
async function administer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: testEnvironment().adminUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function storedBytes(connectionString: string): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ bytes: number }>('SELECT sum(length(raw))::int AS bytes FROM hl7_message');
    return rows[0]?.bytes ?? 0;
  } finally {
    await client.end();
  }
}

describe('the database of his alone, restored from a backup that is older than an erasure', () => {
  it('decision 15 hears of the erasure again, empties the messages again and says so', async () => {
    const first = await startHis();
    const name = new URL(first.databaseUrl).pathname.slice(1);
    const running: HisService[] = [first];
    const raw = async ({ source }: HisService): Promise<string[]> =>
      (await source.query(`SELECT convert_from(raw, 'UTF8') AS raw FROM hl7_message`)).map(
        (row: { raw: string }) => row.raw,
      );
    const isErased = async (his: HisService) => {
      await eventually(async () => expect(await his.events(HisErasureReportedV1)).toHaveLength(1));
      expect(await raw(his)).toEqual(['']);
    };
    try {
      await (await first.sender()).send(aDischarge({ pid: { 3: 'AGAIN-1^^^HIS^MR' } }).bytes);
      await first.app.close();
      await administer(`CREATE DATABASE ${name}_backup TEMPLATE ${name}`);

      const second = await startHis({}, first);
      running.push(second);
      const patientId = newId();
      await second.publish(PersonErasedV1, {
        ...{ erasureId: newId(), patientId, patientIds: [patientId] },
        recordNumbers: [{ issuer: 'HIS', value: 'AGAIN-1' }],
        erasedAt: second.clock.now().toISOString(),
      });
      await isErased(second);
      await second.app.close();
      await administer(`DROP DATABASE ${name} WITH (FORCE)`, `CREATE DATABASE ${name} TEMPLATE ${name}_backup`);

      expect(await storedBytes(first.databaseUrl)).toBeGreaterThan(0);
      const third = await startHis({}, first);
      running.push(third);
      await isErased(third);
    } finally {
      for (const his of running.toReversed()) await his.stop();
      await administer(`DROP DATABASE IF EXISTS ${name}_backup`);
    }
  });
});
