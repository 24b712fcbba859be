import { bindTo, decodeCursor, List, ListReading, newId, Personal, runInContext, type Page } from '#platform';
import { startTestService, type TestService } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiProperty } from '@nestjs/swagger';
import fc from 'fast-check';
import { filterText } from '../src/lists/filter-text.rules.js';
import { compared, filter, holds, specimen, SPECIMEN_TABLE, SPECIMENS, type Specimen } from './list-filters.js';
import { wardMigrations, WardModule } from './ward.module.js';

interface Asked {
  filter?: string;
  sort?: string;
  limit?: number;
  cursor?: string;
}

describe('a list of any fields on PostgreSQL', () => {
  let ward: TestService;

  beforeAll(async () => {
    ward = await startTestService({ service: 'ward', module: WardModule, migrations: wardMigrations, attachments: [] });
    await ward.source.query(SPECIMEN_TABLE);
  });

  afterAll(() => ward.stop());

  beforeEach(() => ward.source.query('TRUNCATE specimen'));

  async function insert(rows: Specimen[]): Promise<void> {
    await ward.source.query(
      `INSERT INTO specimen SELECT id, label, remark, colour, weight, "takenAt", "dueOn", urgent, tags
         FROM jsonb_to_recordset($1) AS s(id uuid, label text, remark text, colour text, weight float8,
              "takenAt" timestamptz, "dueOn" date, urgent boolean, tags text[])`,
      [JSON.stringify(rows)],
    );
  }

  async function page({ limit = 200, ...query }: Asked): Promise<Page<string>> {
    const reading = new ListReading(SPECIMENS, { limit, ...query });
    const values: unknown[] = [];
    const conditions = reading.conditions(bindTo(values));
    const rows: { id: string; position: (string | null)[] }[] = await ward.source.query(
      `SELECT s.id, ${reading.positionSql} AS position FROM specimen s WHERE ${['true', ...conditions].join(' AND ')}
        ORDER BY ${reading.orderBy} LIMIT ${reading.rowLimit}`,
      values,
    );
    return reading.page(
      rows.map(({ id }) => id),
      rows.map(({ position }) => position),
    );
  }

  const rows = fc.uniqueArray(specimen, { maxLength: 25, selector: ({ id }) => id });
  const sort = fc
    .uniqueArray(fc.constantFrom('id', 'label', 'remark', 'colour', 'weight', 'takenAt', 'dueOn', 'urgent'), {
      minLength: 1,
      maxLength: 3,
    })
    .chain((names) => fc.tuple(...names.map((name) => fc.constantFrom(name, `-${name}`))))
    .map((names) => names.join(','));

  it('ADR 46: any filter selects exactly the rows it means, those without a value included', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.array(filter, { minLength: 1, maxLength: 8 }), async (all, filters) => {
        await ward.source.query('TRUNCATE specimen');
        await insert(all);
        for (const tree of filters) {
          const { items } = await page({ filter: filterText(tree), sort: 'id' });
          const meant = all.filter((row) => holds(tree, row)).map(({ id }) => id);
          expect({ filter: filterText(tree), items }).toEqual({ filter: filterText(tree), items: meant.sort() });
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('ADR 46: pages in any order make the whole list, sorted, whatever is inserted in between', async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, sort, fc.integer({ min: 1, max: 7 }), async (all, later, order, limit) => {
        await ward.source.query('TRUNCATE specimen');
        await insert(all);
        const newcomers = later.filter(({ id }) => all.every((row) => row.id !== id));
        const seen: string[] = [];
        let cursor: string | null | undefined;
        do {
          const { items, nextCursor } = await page({ sort: order, limit, ...(cursor ? { cursor } : {}) });
          seen.push(...items);
          cursor = nextCursor;
          await insert(newcomers.splice(0, 2));
        } while (cursor);
        const old = new Set(all.map(({ id }) => id));
        expect(new Set(seen).size).toBe(seen.length);
        expect({ order, ids: seen.filter((id) => old.has(id)) }).toEqual({ order, ids: sorted(all, order) });
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('ADR 46: nothing that a caller writes becomes part of the statement', () => {
    const textOf = (name: string, value: string) => {
      const values: unknown[] = [];
      const written = `${name} eq '${value.replaceAll("'", "''")}' or remark in ('${value.replaceAll("'", "''")}')`;
      const text = new ListReading(SPECIMENS, { limit: 5, filter: written }).conditions(bindTo(values)).join();
      return { text, values };
    };
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0') && text.isWellFormed()),
        (text) => {
          expect(textOf('label', text)).toEqual({ text: textOf('label', 'x').text, values: [text, [text]] });
        },
      ),
    );
  });

  it('ADR 46: a place between two microseconds is kept', async () => {
    const [row] = fc.sample(specimen, { numRuns: 1, seed: 4 }) as [Specimen];
    const at = (micros: number) => `2026-03-01T08:00:00.${String(micros).padStart(6, '0')}Z`;
    const all = [3, 1, 2, 5, 4].map((micros) => ({ ...row, id: newId(), takenAt: at(micros) }));
    await insert(all);
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const found = await page({ sort: '-takenAt', limit: 1, ...(cursor ? { cursor } : {}) });
      seen.push(...found.items);
      cursor = found.nextCursor;
    }
    expect(seen).toEqual([3, 4, 0, 2, 1].map((index) => all[index]?.id));
  });

  describe('a cursor', () => {
    let cursor: string;

    beforeEach(async () => {
      await insert(fc.sample(specimen, { numRuns: 5, seed: 7 }));
      const first = await page({ filter: 'weight ge -2', sort: 'label', limit: 2 });
      cursor = first.nextCursor as string;
    });

    const faultOf = (asked: Asked) => page({ limit: 2, cursor, ...asked }).then(() => 'a page', faultCode);

    it('ADR 46: goes on with the filter and sort it was made with, however they are written and whatever the limit', async () => {
      expect((await page({ filter: ' (weight   ge -2.0)', sort: 'label', limit: 9, cursor })).items).toHaveLength(3);
    });

    it.each<[string, Asked]>([
      ['another filter', { filter: 'weight ge -3', sort: 'label' }],
      ['no filter', { sort: 'label' }],
      ['another direction', { filter: 'weight ge -2', sort: '-label' }],
      ['another field', { filter: 'weight ge -2', sort: 'weight,label' }],
      ['no sort', { filter: 'weight ge -2' }],
    ])('ADR 46: is refused with %s', async (_, asked) => {
      expect(await faultOf(asked)).toBe('cursor-of-another-list');
    });

    it('ADR 46: is refused with another parameter of the list', () => {
      const query = { limit: 2, filter: 'weight ge -2', sort: 'label', cursor, ward: 'east' };
      expect(() => new ListReading(SPECIMENS, query)).toThrow();
    });

    it('ADR 46: that was altered moves the place or is refused, and never breaks the statement', async () => {
      const asked = { filter: 'weight ge -2', sort: 'label' };
      const [print] = decodeCursor(cursor);
      const forged = fc
        .array(fc.oneof(fc.constantFrom(null, 'NaN', '-infinity', 'x\0y', '\ud800', 7), fc.string()), { maxLength: 4 })
        .map((position) => Buffer.from(JSON.stringify([print, ...position])).toString('base64url'));
      const garbage = fc.string({ minLength: 1, maxLength: 90 });
      await fc.assert(
        fc.asyncProperty(fc.oneof(forged, garbage), async (text) => {
          expect(['a page', 'unknown-cursor', 'cursor-of-another-list']).toContain(
            await faultOf({ ...asked, cursor: text }),
          );
        }),
      );
    });
  });

  it('PT-9: a field the caller sees masked is neither compared nor sorted by', () => {
    const people = new List({
      name: 'people',
      item: PersonView,
      fields: {
        id: { sql: 'id', type: 'uuid' },
        nationalId: { sql: 'national_id', type: 'string', nullable: true },
        born: { sql: 'born', type: 'date', personal: true },
      },
      key: 'id',
      sort: 'id',
      example: 'nationalId ne null',
    });
    const query = fc.constantFrom<Asked>(
      { filter: `nationalId gt '1101'` },
      { filter: `not (id eq '${newId()}' or nationalId eq null)` },
      { filter: `born lt '1950-01-01'` },
      { sort: '-nationalId' },
      { sort: 'born', cursor: 'eyJ' },
    );
    const read = (asked: Asked) => new ListReading(people, { limit: 5, ...asked });
    const asSeenBy = (seesPersonal: boolean, asked: Asked) =>
      runInContext({ requestId: 'r', traceparent: 't', seesPersonal }, () => read(asked).conditions(bindTo([])));
    fc.assert(
      fc.property(query, (asked) => {
        expect(() => read(asked)).toThrow('right-required');
        expect(() => asSeenBy(false, asked)).toThrow('right-required');
        if (asked.cursor === undefined) expect(() => asSeenBy(true, asked)).not.toThrow();
      }),
    );
    expect(() => asSeenBy(false, { filter: `id eq '${newId()}'`, sort: '-id' })).not.toThrow();
  });
});

class PersonView {
  @Personal('national-id') @ApiProperty({ type: String, nullable: true }) nationalId!: string | null;
}

function faultCode(error: unknown): string {
  return (error as { extras?: { errors?: { code: string }[] } }).extras?.errors?.[0]?.code ?? String(error);
}

function sorted(rows: Specimen[], order: string): string[] {
  const keys = [...order.split(','), /-?(?=[^,]*$)/.exec(order)?.[0] === '-' ? '-id' : 'id'].map((key) => ({
    name: key.replace('-', '') as keyof Specimen,
    sign: key.startsWith('-') ? -1 : 1,
  }));
  const difference = (a: Specimen, b: Specimen) => {
    for (const { name, sign } of keys) {
      const [left, right] = [a[name], b[name]];
      if (left === null || right === null) {
        if (left === right) continue;
        return left === null ? 1 : -1;
      }
      const order = compared(left, right) * sign;
      if (order !== 0) return order;
    }
    return 0;
  };
  return rows.toSorted(difference).map(({ id }) => id);
}
