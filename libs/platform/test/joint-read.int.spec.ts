import { JointRead, transact } from '#platform';
import { startTestService, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { wardMigrations, WardModule } from './ward.module.js';

interface Days {
  days: { nth: number; at: Date; until: Date | null };
  none: { nth: number };
}

const DAYS = new JointRead<Days>('test.days', {
  days: {
    sql: `SELECT nth, '2026-03-01T08:00:00.250+08:00'::timestamptz + nth * interval '1 day' AS at, NULL::timestamptz AS until
            FROM generate_series(1, $1::int) nth ORDER BY nth DESC`,
    instants: ['at', 'until'],
  },
  none: { sql: 'SELECT nth FROM generate_series(1, $1::int) nth WHERE nth > $1::int' },
});

describe('several reads as one statement (ADR 68)', () => {
  let hospital: TestService;
  beforeAll(async () => {
    hospital = await startTestService({
      service: 'ward',
      module: WardModule,
      migrations: wardMigrations,
      attachments: [],
    });
  });
  afterAll(() => hospital.stop());

  it('give rows in their order, instants as dates, and an empty list of nothing', async () => {
    const { days, none } = await DAYS.rows(hospital.source, [2]);
    expect(days).toEqual([
      { nth: 2, at: new Date('2026-03-03T00:00:00.250Z'), until: null },
      { nth: 1, at: new Date('2026-03-02T00:00:00.250Z'), until: null },
    ]);
    expect(none).toEqual([]);
  });

  it('give the instants that a column gives, before our era and in a zone that had seconds too', async () => {
    const sql = `SELECT at FROM (VALUES (1, '0044-03-15T12:00:00Z BC'::timestamptz), (2, '0050-01-01T00:00:00.5Z'),
                   (3, '1900-01-01T00:00:00+08:05:43'), (4, '2026-03-01T08:00:00+08:00'), (5, '12026-01-01Z'),
                   (6, 'infinity')) said (nth, at) ORDER BY nth`;
    const read = new JointRead<{ rows: { at: Date } }>('test.old', { rows: { sql, instants: ['at'] } });
    await transact(hospital.source, async (tx) => {
      for (const zone of ['UTC', 'Asia/Shanghai', 'America/New_York']) {
        await tx.query(`SET LOCAL timezone = '${zone}'`);
        const { rows } = await read.rows(tx, []);
        expect(rows).toEqual(await tx.query(sql));
        expect(rows[2]?.at).toEqual(new Date('1899-12-31T15:54:17Z'));
      }
    });
  });

  it('see what their transaction wrote, and ask again with other values', async () => {
    const seen = new JointRead<{ rows: { id: number } }>('test.seen', { rows: { sql: 'SELECT id FROM seen_row' } });
    await transact(hospital.source, async (tx) => {
      await tx.query('CREATE TEMP TABLE seen_row ON COMMIT DROP AS SELECT 7 AS id');
      expect((await seen.rows(tx, [])).rows).toEqual([{ id: 7 }]);
    });
    expect((await DAYS.rows(hospital.source, [0])).days).toEqual([]);
  });
});
