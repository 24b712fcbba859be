import { describe, expect, it } from '@jest/globals';
import { approvedVersion, decideApproval, missingSeats, statementBy, TEAM, type Approval } from './statement.rules.js';

const by = (version: number, ...seats: Approval['seat'][]): Approval[] =>
  seats.map((seat) => ({ version, seat, by: `account of ${seat}` }));

describe('the joint statement of a crisis', () => {
  it('CP-6 is due two hours after the declaration', () => {
    const declared = new Date('2026-11-22T10:00:00+08:00');
    expect(statementBy(declared)).toEqual(new Date('2026-11-22T12:00:00+08:00'));
  });

  it('CP-6 waits for all three, each for exactly one version', () => {
    expect(missingSeats([], 1)).toEqual([...TEAM]);
    expect(missingSeats(by(1, 'service', 'legal'), 1)).toEqual(['medical-affairs']);
    expect(missingSeats(by(1, ...TEAM), 1)).toEqual([]);
    expect(missingSeats(by(1, ...TEAM), 2)).toEqual([...TEAM]);
  });

  it('CP-6 is one wording for all: the newest that all three approved, also while another is drafted', () => {
    expect(approvedVersion([])).toBeNull();
    expect(approvedVersion(by(1, 'service', 'legal'))).toBeNull();
    expect(approvedVersion([...by(1, 'service', 'legal'), ...by(2, 'medical-affairs')])).toBeNull();
    expect(approvedVersion([...by(1, ...TEAM), ...by(2, 'service', 'legal')])).toBe(1);
    expect(approvedVersion([...by(1, ...TEAM), ...by(3, ...TEAM)])).toBe(3);
  });

  it('CP-6 takes no approval of a version that was edited since', () => {
    const approval: Approval = { version: 1, seat: 'legal', by: 'x' };
    expect(decideApproval([], 1, approval)).toBe('approve');
    expect(decideApproval([], 2, approval)).toBe('outdated');
    expect(decideApproval([], 1, { ...approval, version: 2 })).toBe('outdated');
  });

  it('CP-6 is approved by three people: a seat once, nobody for two', () => {
    const given: Approval[] = [{ version: 1, seat: 'legal', by: 'x' }];
    expect(decideApproval(given, 1, { version: 1, seat: 'legal', by: 'x' })).toBe('approved-already');
    expect(decideApproval(given, 2, { version: 1, seat: 'legal', by: 'x' })).toBe('approved-already');
    expect(decideApproval(given, 1, { version: 1, seat: 'legal', by: 'y' })).toBe('seat-taken');
    expect(decideApproval(given, 1, { version: 1, seat: 'service', by: 'x' })).toBe('two-seats');
    expect(decideApproval(given, 2, { version: 2, seat: 'service', by: 'x' })).toBe('approve');
  });
});
