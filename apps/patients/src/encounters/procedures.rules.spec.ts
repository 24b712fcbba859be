import { describe, expect, it } from '@jest/globals';
import {
  earlierAndNow,
  ofFormerStay,
  recordProcedures,
  toldAgain,
  type RecordedProcedure,
} from './procedures.rules.js';
import type { Procedure } from './visit-details.rules.js';

const NOW = new Date('2026-03-02T02:00:00Z');
const STENT = { code: '36.06', name: '支架置入', performedAt: '2026-03-01T14:00:00+08:00' };

const FRAME = { now: NOW, zone: 'Asia/Shanghai', admittedAt: new Date('2026-02-27T01:00:00Z') };

const record = (known: RecordedProcedure[], ...reported: Procedure[]) => recordProcedures(known, reported, FRAME);
const after = (...reported: Procedure[]) => record([], ...reported).recorded;

describe('reports of one visit before it began', () => {
  it('FU-3 add up by code, the newest word on each; without a code only the newest counts', () => {
    const later = { ...STENT, performedAt: '2026-03-01T15:30:00+08:00' };
    const nameless = { name: '缝合', performedAt: '2026-03-01T10:00:00+08:00' };
    const other = { code: '37.22', performedAt: '2026-03-01T16:00:00+08:00' };
    expect(earlierAndNow([[STENT, other, nameless], [later], []])).toEqual([other, later]);
    expect(earlierAndNow([[STENT], [STENT, later]])).toEqual([STENT, later]);
    expect(earlierAndNow([[], [nameless]])).toEqual([nameless]);
  });

  it('FU-3 do not add up where another code stands at the same time in the place of the first', () => {
    const recoded = { ...STENT, code: '36.07' };
    expect(earlierAndNow([[STENT], [recoded]])).toEqual([recoded]);
    const [ofDay, other] = [STENT, recoded].map((each) => ({ ...each, precision: 'day' as const }));
    expect(earlierAndNow([[ofDay!], [other!]])).toEqual([other]);
    expect(earlierAndNow([[ofDay!], [{ ...other!, name: '缝合' }]])).toHaveLength(2);
    expect(earlierAndNow([[STENT], [other!]])).toHaveLength(2);
    const undated = { code: '36.06', name: '支架置入' };
    expect(earlierAndNow([[undated], [{ ...undated, code: '36.07' }]])).toHaveLength(2);
  });
});

describe('a procedure of a visit', () => {
  it('FU-3 is told once, however often it is reported', () => {
    const { recorded, told } = record([], STENT, STENT);
    expect(told).toEqual([
      {
        code: '36.06',
        number: 1,
        name: '支架置入',
        performedAt: '2026-03-01T06:00:00.000Z',
        dayOnly: false,
        revision: 1,
      },
    ]);
    expect(recorded).toEqual(told);
    expect(record(recorded, STENT)).toEqual({ recorded, told: [], withdrawn: [] });
  });

  it('FU-3 is told again when its time is corrected', () => {
    const { recorded, told } = record(after(STENT), { ...STENT, performedAt: '2026-03-01T15:30:00+08:00' });
    expect(told).toMatchObject([{ number: 1, revision: 2, performedAt: '2026-03-01T07:30:00.000Z' }]);
    expect(recorded).toEqual(told);
    expect(record(recorded, { code: '36.06', performedAt: '2026-03-01T14:00:00+08:00' }).told).toMatchObject([
      { number: 1, revision: 3, name: '支架置入' },
    ]);
  });

  it('FU-3 performed twice is two, when a report names both', () => {
    const second = { ...STENT, performedAt: '2026-03-02T09:00:00+08:00' };
    const { recorded, told } = record(after(STENT), second, STENT);
    expect(told).toMatchObject([{ number: 2, revision: 1, performedAt: '2026-03-02T01:00:00.000Z' }]);
    expect(recorded.map(({ number }) => number)).toEqual([1, 2]);
    const third = { ...STENT, performedAt: '2026-03-02T09:30:00+08:00' };
    expect(record(recorded, STENT, second, third).told).toMatchObject([{ number: 3, revision: 1 }]);
    expect(record(recorded, STENT, third).told).toMatchObject([{ number: 2, revision: 2 }]);
  });

  it('FU-3 stays recorded when a later report names only others', () => {
    const { recorded, told } = record(after(STENT), { code: '37.22', performedAt: '2026-03-02T08:00:00+08:00' });
    expect(told).toMatchObject([{ code: '37.22', number: 1 }]);
    expect(recorded).toHaveLength(2);
  });

  it('FU-3 known by its day counts from the hospital’s midnight, and takes no hour back', () => {
    const day = { code: '36.06', performedAt: '2026-03-01T00:00:00+08:00', precision: 'day' as const };
    const [known] = after(day);
    expect(known).toMatchObject({ performedAt: '2026-02-28T16:00:00.000Z', dayOnly: true, revision: 1 });
    expect(record(after(STENT), day).told).toEqual([]);
    expect(record(after(STENT), { ...day, performedAt: '2026-03-02T00:00:00+08:00' }).told).toMatchObject([
      { revision: 2 },
    ]);
    expect(record(after(day), STENT).told).toMatchObject([{ number: 1, revision: 2, dayOnly: false }]);
  });

  it('FU-3 corrects the performance that is nearest in time', () => {
    const second = { ...STENT, performedAt: '2026-03-02T09:00:00+08:00' };
    const { recorded, told } = record(after(STENT, second), { ...STENT, performedAt: '2026-03-02T08:40:00+08:00' });
    expect(told).toMatchObject([{ number: 2, revision: 2 }]);
    const both = [
      { ...STENT, performedAt: '2026-03-01T14:05:00+08:00' },
      { ...STENT, performedAt: '2026-03-02T08:45:00+08:00' },
      { ...STENT, performedAt: '2026-03-01T14:07:00+08:00' },
    ];
    expect(record(recorded, ...both).told).toMatchObject([
      { number: 1, revision: 2, performedAt: '2026-03-01T06:05:00.000Z' },
      { number: 3, revision: 1, performedAt: '2026-03-01T06:07:00.000Z' },
      { number: 2, revision: 3, performedAt: '2026-03-02T00:45:00.000Z' },
    ]);
  });

  it('FU-3 of the stay before under the same number is neither corrected nor told again', () => {
    const known = ofFormerStay(after(STENT));
    expect(record(known, STENT)).toEqual({ recorded: known, told: [], withdrawn: [] });
    const again = { ...STENT, performedAt: '2026-03-02T09:00:00+08:00' };
    const { recorded, told } = record(known, again);
    expect(told).toMatchObject([{ number: 2, revision: 1 }]);
    expect(recorded).toEqual([...known, ...told]);
    expect(record(recorded, { ...again, performedAt: '2026-03-02T09:10:00+08:00' }).told).toMatchObject([
      { number: 2, revision: 2 },
    ]);
  });

  it('FU-3 of a visit that takes place after all has the next revision', () => {
    const known = toldAgain(after(STENT));
    expect(known).toMatchObject([{ number: 1, revision: 2, performedAt: '2026-03-01T06:00:00.000Z' }]);
    expect(record(known, STENT).recorded).toEqual(known);
  });

  it.each<[string, string, boolean]>([
    ['30 days before the visit', '2026-01-28T09:00:00+08:00', true],
    ['longer before it', '2026-01-28T08:59:59+08:00', false],
    ['on a day for want of one', '1900-01-01T00:00:00+08:05', false],
  ])('FU-3 done %s is of the visit or is not', (_case, performedAt, is) => {
    expect(record([], { ...STENT, performedAt }).told).toHaveLength(is ? 1 : 0);
  });

  it('FU-3 of a visit whose beginning nobody said was done within a year', () => {
    const told = (performedAt: string) =>
      recordProcedures([], [{ ...STENT, performedAt }], { ...FRAME, admittedAt: null }).told;
    expect(told('2025-03-02T10:00:00+08:00')).toHaveLength(1);
    expect(told('2025-03-02T09:59:59+08:00')).toEqual([]);
  });

  it('FU-3 that a finished visit had by then is not news of a later report; what it did not have is', () => {
    const second = { ...STENT, performedAt: '2026-03-02T09:00:00+08:00' };
    const planned = { code: '37.22', performedAt: '2026-03-02T09:00:00+08:00' };
    const heard = { procedures: [STENT, planned], at: new Date('2026-03-01T12:00:00Z') };
    const told = recordProcedures([], [STENT, second, planned], { ...FRAME, heard }).told;
    expect(told).toMatchObject([
      { code: '36.06', number: 1, performedAt: '2026-03-02T01:00:00.000Z' },
      { code: '37.22', number: 1 },
    ]);
  });

  it.each<[string, Procedure]>([
    ['has no code', { name: '支架置入', performedAt: '2026-03-01T08:00:00+08:00' }],
    ['has an empty code', { code: '', performedAt: '2026-03-01T08:00:00+08:00' }],
    ['has no time', { code: '36.06' }],
    ['has only a month', { code: '36.06', performedAt: '2026-02-01T00:00:00+08:00', precision: 'month' }],
    ['is planned for later', { code: '36.06', performedAt: '2026-03-02T11:00:01+08:00' }],
    ['has a time that is none', { code: '36.06', performedAt: '2026-02-30T99:00:00Z' }],
  ])('FU-3 is not told while it %s', (_case, procedure) => {
    expect(record([], procedure)).toEqual({ recorded: [], told: [], withdrawn: [] });
  });

  it('FU-3 of a sender whose clock is up to an hour ahead is done', () => {
    expect(record([], { code: '36.06', performedAt: '2026-03-02T11:00:00+08:00' }).told).toHaveLength(1);
  });
});

describe('a procedure told with a wrong code', () => {
  const RECODED = { ...STENT, code: '36.07' };
  const ofDay = (procedure: Procedure): Procedure => ({
    ...procedure,
    performedAt: '2026-03-01T00:00:00+08:00',
    precision: 'day',
  });

  it('FU-3 is withdrawn when a report has another code in its place, once', () => {
    const { recorded, told, withdrawn } = record(after(STENT), RECODED);
    expect(withdrawn).toEqual([
      {
        procedure: { ...after(STENT)[0], revision: 2, withdrawn: true },
        by: expect.objectContaining({ code: '36.07' }),
      },
    ]);
    expect(told).toMatchObject([{ code: '36.07', number: 1, revision: 1 }]);
    expect(recorded).toMatchObject([{ code: '36.06', revision: 2, withdrawn: true }, { code: '36.07' }]);
    expect(record(recorded, RECODED)).toEqual({ recorded, told: [], withdrawn: [] });
  });

  it('FU-3 is told again, with a higher revision, when the first code was right after all', () => {
    const { recorded, told, withdrawn } = record(record(after(STENT), RECODED).recorded, STENT);
    expect(told).toEqual([{ ...after(STENT)[0], revision: 3 }]);
    expect(withdrawn).toMatchObject([{ procedure: { code: '36.07', revision: 2 }, by: { code: '36.06' } }]);
    expect(recorded).toMatchObject([
      { code: '36.06', revision: 3 },
      { code: '36.07', withdrawn: true },
    ]);
    expect(recorded[0]).not.toHaveProperty('withdrawn');
  });

  it.each<[string, Procedure[], Procedure[]]>([
    ['named beside the other', [STENT], [STENT, RECODED]],
    ['done at another time', [STENT], [{ ...RECODED, performedAt: '2026-03-01T14:01:00+08:00' }]],
    ['known by the day alone', [STENT], [ofDay(RECODED)]],
    ['of the same day under another name', [ofDay(STENT)], [{ ...ofDay(RECODED), name: '缝合' }]],
    ['of the same day without a name', [ofDay({ code: '36.06' })], [ofDay({ code: '36.07' })]],
    ['left out alone', [STENT, RECODED], [STENT]],
    ['moved to the time of the other', [STENT, { ...RECODED, performedAt: '2026-03-01T09:00:00+08:00' }], [RECODED]],
  ])('FU-3 is not what is %s', (_, first, then) => {
    expect(record(after(...first), ...then).withdrawn).toEqual([]);
  });

  it('FU-3 is told by the day: the same day and name', () => {
    expect(record(after(ofDay(STENT)), ofDay(RECODED)).withdrawn).toMatchObject([{ procedure: { code: '36.06' } }]);
  });

  it('FU-3 is one for one: a single new code takes the place of one', () => {
    const other = { ...STENT, code: '37.22' };
    expect(record(after(STENT, other), RECODED).withdrawn).toHaveLength(1);
  });

  describe('beside one of the same code that holds', () => {
    const SECOND = { ...STENT, performedAt: '2026-03-02T09:00:00+08:00' };
    const at = (performedAt: string): Procedure => ({ ...STENT, performedAt });
    const both = record(after(STENT, SECOND), RECODED).recorded;
    const holds = (procedures: RecordedProcedure[]) =>
      procedures.flatMap(({ code, number, performedAt, revision, withdrawn }) =>
        code === '36.06' ? [`${number} ${performedAt.slice(5, 16)} r${revision}${withdrawn ? ' withdrawn' : ''}`] : [],
      );

    it.each<[string, Procedure[], string[]]>([
      ['leaves it when nothing of it is said', [RECODED], ['1 03-01T06:00 r2 withdrawn', '2 03-02T01:00 r1']],
      [
        'corrects the one that holds, though the withdrawn one is nearer',
        [at('2026-03-01T14:10:00+08:00')],
        ['1 03-01T06:00 r2 withdrawn', '2 03-01T06:10 r2'],
      ],
      [
        'corrects the one that holds',
        [at('2026-03-02T09:20:00+08:00')],
        ['1 03-01T06:00 r2 withdrawn', '2 03-02T01:20 r2'],
      ],
      ['tells it again at its own time', [STENT], ['1 03-01T06:00 r3', '2 03-02T01:00 r1']],
      ['tells it again on its own day', [ofDay(STENT)], ['1 03-01T06:00 r3', '2 03-02T01:00 r1']],
      [
        'tells it again when more are named than hold',
        [at('2026-03-01T14:10:00+08:00'), SECOND],
        ['1 03-01T06:10 r3', '2 03-02T01:00 r1'],
      ],
      [
        'gives each of two the nearest that is left',
        [at('2026-03-01T14:10:00+08:00'), at('2026-03-02T09:20:00+08:00')],
        ['1 03-01T06:10 r3', '2 03-02T01:20 r2'],
      ],
      [
        'counts on when still more are named',
        [at('2026-03-01T14:10:00+08:00'), SECOND, at('2026-03-02T09:30:00+08:00')],
        ['1 03-01T06:10 r3', '2 03-02T01:00 r1', '3 03-02T01:30 r1'],
      ],
    ])('FU-3 (ADR 70) a report %s', (_, reported, expected) => {
      expect(holds(record(both, ...reported).recorded)).toEqual(expected);
    });
  });

  it('FU-3 stays withdrawn when the cancelled visit takes place after all, and is none of a former stay', () => {
    const { recorded } = record(after(STENT), RECODED);
    expect(toldAgain(recorded)).toMatchObject([{ revision: 2, withdrawn: true }, { revision: 2 }]);
    expect(record(ofFormerStay(after(STENT)), RECODED).withdrawn).toEqual([]);
  });
});
