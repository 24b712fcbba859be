import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyStatement, foldIn, NOBODY_YET, type Demographics, type Statement } from './demographics.rules.js';

const MONDAY = new Date('2026-03-02T00:00:00Z');
const TUESDAY = new Date('2026-03-03T00:00:00Z');

function aPerson(statement: Statement, at = MONDAY): Demographics {
  return applyStatement(NOBODY_YET, statement, at).next;
}

describe('what is told of a person', () => {
  it('PT-3 keeps what is not said and deletes what is said to be nothing', () => {
    const known = aPerson({ name: { name: '王伟' }, address: { address: '建国路1号' } });
    const { next, changed } = applyStatement(known, { address: { address: null } }, TUESDAY);
    expect(next).toMatchObject({ name: '王伟', address: null });
    expect(changed).toEqual(['address']);
  });

  it('PT-3 an older report does not overwrite a newer one, and says so', () => {
    const known = aPerson({ name: { name: '王伟' } }, TUESDAY);
    const { next, changed, outdated } = applyStatement(known, { name: { name: '王苇' } }, MONDAY);
    expect(next.name).toBe('王伟');
    expect(changed).toEqual([]);
    expect(outdated).toEqual(['name']);
  });

  it('PT-3 an older report still tells what no newer one said', () => {
    const known = aPerson({ name: { name: '王伟' } }, TUESDAY);
    const { next } = applyStatement(known, { name: { name: '王苇' }, sex: { sex: 'male' } }, MONDAY);
    expect(next).toMatchObject({ name: '王伟', sex: 'male' });
  });

  it('PT-3 of two reports of one second the later one to arrive counts', () => {
    const known = aPerson({ name: { name: '王伟' } });
    expect(applyStatement(known, { name: { name: '王苇' } }, MONDAY).next.name).toBe('王苇');
  });

  it('PT-3 the same said again changes nothing', () => {
    const phones = { phones: [{ raw: '12320', e164: null }] };
    const known = aPerson({ phones });
    // As the database gives it back.
    const reread = { ...known, phones: [{ e164: null, raw: '12320' }] };
    expect(applyStatement(reread, { phones }, TUESDAY).changed).toEqual([]);
  });

  it('PT-3 the national ID fills in sex and birth date where nobody told them', () => {
    expect(aPerson({ nationalId: { nationalId: '11010519491231002X' } })).toMatchObject({
      sex: 'female',
      birthDate: '1949-12-31',
    });
    const told = { nationalId: { nationalId: '11010519491231002X' }, birthDate: { birthDate: '1950-01-01' } };
    expect(aPerson(told).birthDate).toBe('1950-01-01');
  });

  it('PT-11 a death is taken back only by a newer word on it', () => {
    const dead = aPerson({ death: { deceased: true, deceasedAt: MONDAY } }, TUESDAY);
    expect(applyStatement(dead, { name: { name: '王伟' } }, TUESDAY).next.deceased).toBe(true);
    const alive: Statement = { death: { deceased: false, deceasedAt: null } };
    expect(applyStatement(dead, alive, MONDAY).next.deceased).toBe(true);
    expect(applyStatement(dead, alive, TUESDAY).next).toMatchObject({ deceased: false, deceasedAt: null });
  });
});

const reports = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    statement: fc.record(
      {
        name: fc.record({ name: fc.constantFrom('王伟', '王苇', null) }),
        address: fc.record({ address: fc.constantFrom('甲', '乙', null) }),
        death: fc.record({ deceased: fc.boolean(), deceasedAt: fc.constant(null) }),
      },
      { requiredKeys: [] },
    ),
  }),
  { maxLength: 8 },
);

describe('reports that arrive in any order', () => {
  it('PT-3 make the same record, also when some of them came for a number that was retired later', () => {
    fc.assert(
      fc.property(reports, fc.nat(8), (all, split) => {
        const distinct = [...new Map(all.map((report) => [report.day, report])).values()];
        const tell = (list: typeof all) =>
          list.reduce((person, { day, statement }) => {
            return applyStatement(person, statement, new Date(Date.UTC(2026, 0, day))).next;
          }, NOBODY_YET);
        const inOrder = tell(distinct.toSorted((a, b) => a.day - b.day));
        const merged = foldIn(tell(distinct.slice(0, split)), tell(distinct.slice(split).toReversed())).next;
        expect(tell(distinct.toReversed())).toEqual(inOrder);
        expect(merged).toEqual(inOrder);
      }),
    );
  });
});
