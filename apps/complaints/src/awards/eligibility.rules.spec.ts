import { describe, expect, it } from '@jest/globals';
import { judge, unmatched, type ConfirmedComplaint } from './eligibility.rules.js';

const HEART = { id: 'd1', name: '心血管内科', subjects: ['d1', 'XXGNK', '03.04'] };
const SKIN = { id: 'd2', name: '皮肤科', subjects: ['d2', 'PFK'] };
const complaint = (over: Partial<ConfirmedComplaint>): ConfirmedComplaint => ({
  ...{ ticketId: 't1', number: '2026-000001', receivedOn: '2026-02-03', against: 'department', subject: 'XXGNK' },
  hidden: false,
  ...over,
});

describe('the quarter’s satisfied departments', () => {
  it('CP-8 are all those without a valid complaint', () => {
    const judged = judge([HEART, SKIN], [complaint({})]);
    expect(judged.map(({ id, disqualifiedBy }) => [id, disqualifiedBy.length])).toEqual([
      ['d1', 1],
      ['d2', 0],
    ]);
  });

  it('CP-8 a complaint under two codes of one department counts once, and they are named oldest first', () => {
    const [judged] = judge(
      [HEART],
      [
        complaint({ ticketId: 't2', number: '2026-000002', receivedOn: '2026-03-01', subject: '03.04' }),
        complaint({ subject: '03.04' }),
        complaint({}),
      ],
    );
    expect(judged?.disqualifiedBy.map(({ ticketId }) => ticketId)).toEqual(['t1', 't2']);
  });

  it('CP-8 a complaint against what nobody knows is not lost', () => {
    const strange = complaint({ subject: 'NOBODY' });
    expect(unmatched([HEART, SKIN], [complaint({}), strange])).toMatchObject([{ ticketId: 't1', subject: 'NOBODY' }]);
  });

  it('CP-3 a complaint that the caller may not see counts by its day alone', () => {
    const hidden = { hidden: true, receivedOn: '2026-02-04' };
    const unsaid = { ticketId: null, number: null, receivedOn: '2026-02-04' };
    expect(judge([HEART], [complaint(hidden)])[0]?.disqualifiedBy).toEqual([unsaid]);
    expect(unmatched([], [complaint(hidden)])).toEqual([{ ...unsaid, against: 'department', subject: 'XXGNK' }]);
  });
});
