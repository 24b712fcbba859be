import { describe, expect, it } from '@jest/globals';
import {
  dayOf,
  gapsIn,
  onDutyAt,
  rollOut,
  shiftOn,
  standIn,
  type PlannedShift,
  type Substitution,
  type WeeklyPattern,
} from './duty.rules.js';

const ZONE = 'Asia/Shanghai';
const at = (text: string) => new Date(`2026-03-${text}:00+08:00`);
const everybody = () => true;

function aShift(memberId: string, from: string, to: string, line = 1): PlannedShift {
  return { id: `${memberId} ${from}`, memberId, line, startsAt: at(from), endsAt: at(to) };
}

function away(absentId: string, substituteId: string, from: string, to: string): Substitution {
  return { absentId, substituteId, startsAt: at(from), endsAt: at(to) };
}

describe('who is on duty', () => {
  const day = aShift('chen', '02T08:00', '02T18:00');
  const night = aShift('zhao', '02T18:00', '03T08:00');
  const second = aShift('wu', '02T18:00', '03T08:00', 2);
  const names = (time: string, substitutions: Substitution[] = []) =>
    onDutyAt([second, night, day], substitutions, everybody, at(time)).map((each) => each.memberId);

  it('ORG-1 at 02:10 is who began yesterday evening, first line first', () => {
    expect(names('03T02:10')).toEqual(['zhao', 'wu']);
    expect(onDutyAt([second, night], [], everybody, at('03T02:10')).map((each) => each.line)).toEqual([1, 2]);
  });

  it('ORG-1 in the minute of the handover is the one who begins, and nobody is on duty twice', () => {
    expect(names('02T17:59')).toEqual(['chen']);
    expect(names('02T18:00')).toEqual(['zhao', 'wu']);
    expect(names('02T08:00')).toEqual(['chen']);
    expect(names('02T07:59')).toEqual([]);
    expect(names('03T08:00')).toEqual([]);
  });

  it('ORG-1 is the substitute while he stands in, and says for whom, to the minute', () => {
    const until = [away('zhao', 'he', '01T00:00', '03T02:00')];
    const [first] = onDutyAt([night], until, everybody, at('03T01:59'));
    expect(first).toMatchObject({ memberId: 'he', replaces: 'zhao', line: 1 });
    expect(onDutyAt([night], until, everybody, at('03T02:00'))[0]).toMatchObject({ memberId: 'zhao', replaces: null });
  });

  it('ORG-1 is the substitute of the substitute, and nobody when two stand in for each other', () => {
    const chain = [away('zhao', 'he', '01T00:00', '09T00:00'), away('he', 'lin', '02T00:00', '09T00:00')];
    expect(standIn('zhao', chain, at('03T02:10'))).toBe('lin');
    const circle = [away('zhao', 'he', '01T00:00', '09T00:00'), away('he', 'zhao', '01T00:00', '09T00:00')];
    expect(names('03T02:10', circle)).toEqual(['wu']);
  });

  it('ORG-1 is never somebody who has left', () => {
    const people = onDutyAt([night, second], [], (memberId) => memberId !== 'zhao', at('03T02:10'));
    expect(people.map((each) => each.memberId)).toEqual(['wu']);
  });
});

describe('a week of duty', () => {
  const nights: WeeklyPattern = {
    weekdays: [1, 7],
    starts: '18:00',
    ends: '08:00',
    validFrom: '2026-03-01',
    validUntil: '2026-03-09',
  };

  it('ORG-1 begins a night on its own day and ends it on the next', () => {
    expect(shiftOn('2026-02-28', { starts: '18:00', ends: '08:00' }, ZONE)).toEqual({
      startsAt: new Date('2026-02-28T10:00:00Z'),
      endsAt: new Date('2026-03-01T00:00:00Z'),
    });
    const whole = shiftOn('2026-03-02', { starts: '08:00', ends: '08:00' }, ZONE);
    expect(whole.endsAt.getTime() - whole.startsAt.getTime()).toBe(24 * 3_600_000);
  });

  it('ORG-1 keeps to the hospital’s clock where other zones change theirs', () => {
    const { startsAt, endsAt } = shiftOn('2026-03-28', { starts: '22:00', ends: '06:00' }, 'Europe/Berlin');
    expect(endsAt.getTime() - startsAt.getTime()).toBe(7 * 3_600_000);
  });

  it('ORG-1 makes its weekdays only, from its first day to its last', () => {
    const days = (from: string, until: string) =>
      rollOut(nights, from, until, ZONE).map((each) => dayOf(each.startsAt, ZONE));
    expect(days('2026-02-01', '2026-04-01')).toEqual(['2026-03-01', '2026-03-02', '2026-03-08', '2026-03-09']);
    expect(days('2026-03-02', '2026-03-08')).toEqual(['2026-03-02']);
    expect(days('2026-03-10', '2026-04-01')).toEqual([]);
  });
});

describe('a gap in the roster', () => {
  const period = { startsAt: at('02T00:00'), endsAt: at('04T00:00') };
  const shifts = [aShift('chen', '02T08:00', '02T18:00'), aShift('zhao', '02T18:00', '03T08:00')];

  it('ORG-1 is every stretch nobody covers, its ends to the minute', () => {
    expect(gapsIn(period, shifts, [], everybody)).toEqual([
      { startsAt: at('02T00:00'), endsAt: at('02T08:00') },
      { startsAt: at('03T08:00'), endsAt: at('04T00:00') },
    ]);
    expect(gapsIn({ startsAt: at('02T08:00'), endsAt: at('03T08:00') }, shifts, [], everybody)).toEqual([]);
  });

  it('ORG-1 opens when the substitute has left, and is one gap where two touch', () => {
    const gone = away('zhao', 'he', '03T00:00', '09T00:00');
    const gaps = gapsIn(period, shifts, [gone], (memberId) => memberId !== 'he');
    expect(gaps.at(-1)).toEqual({ startsAt: at('03T00:00'), endsAt: at('04T00:00') });
    expect(gapsIn(period, [], [], everybody)).toEqual([period]);
  });
});
