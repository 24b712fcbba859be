import { describe, expect, it } from '@jest/globals';
import { AS_THE_HOSPITAL } from './preferences.rules.js';
import { flushOf, isOverdue, OVERDUE_MS, whenToTell, type Person, type Told, type Waiting } from './telling.rules.js';

const POLICY = {
  quiet: { starts: '21:00', ends: '08:00', zone: 'Asia/Shanghai' },
  stormLimit: 3,
  stormWindowSeconds: 600,
};
const at = (time: string) => new Date(`2026-03-02T${time}+08:00`);
const NOON = at('12:00:00');
const FREE: Person = { onDuty: false, toldLately: [], preferences: AS_THE_HOSPITAL };
const told = (...times: string[]): Told[] => times.map((time) => ({ at: at(time), digest: false }));

function waiting(id: string, urgency: Waiting['urgency'] = 'normal', owedAt = NOON): Waiting {
  return { id, urgency, owedAt };
}

const idsOf = (list: readonly Waiting[]) => list.map(({ id }) => id);

describe('ORG-2 when somebody is told', () => {
  it('is at once by day', () => {
    expect(whenToTell('low', NOON, FREE, POLICY)).toEqual(NOON);
  });

  it('is after quiet hours at night, unless it is red or the person is on duty', () => {
    const night = at('21:00:00');
    expect(whenToTell('normal', night, FREE, POLICY)).toEqual(new Date('2026-03-03T08:00:00+08:00'));
    expect(whenToTell('normal', night, { ...FREE, onDuty: true }, POLICY)).toEqual(night);
    expect(whenToTell('red', night, FREE, POLICY)).toEqual(night);
  });

  it('is at once up to the limit of the window, then when the first of them has left it', () => {
    const two = { ...FREE, toldLately: told('11:55:00', '11:59:00') };
    expect(whenToTell('normal', NOON, two, POLICY)).toEqual(NOON);
    const three = { ...FREE, toldLately: told('11:55:00', '11:59:00', '11:51:00') };
    expect(whenToTell('normal', NOON, three, POLICY)).toEqual(at('12:01:00'));
    expect(whenToTell('red', NOON, three, POLICY)).toEqual(NOON);
  });

  it('counts what was told within the window only', () => {
    const person = { ...FREE, toldLately: told('11:50:00', '11:55:00', '11:59:00') };
    expect(whenToTell('normal', NOON, person, POLICY)).toEqual(NOON);
    const justInside = { ...FREE, toldLately: told('11:50:00.001', '11:55:00', '11:59:00') };
    expect(whenToTell('normal', NOON, justInside, POLICY)).toEqual(at('12:00:00.001'));
  });

  it('is a window after a digest, however few there were', () => {
    const person = { ...FREE, toldLately: [{ at: at('11:58:00'), digest: true }] };
    expect(whenToTell('normal', NOON, person, POLICY)).toEqual(at('12:08:00'));
  });
});

describe('ORG-2 when somebody with wishes of his own is told', () => {
  const normal = { channels: ['message' as const], quietHours: { starts: '11:00', ends: '13:00' } };
  const low = { channels: [], quietHours: null };
  const person: Person = { ...FREE, preferences: { normal, low } };

  it('is after the quiet hours he chose, and no longer after the hospital’s', () => {
    expect(whenToTell('normal', NOON, person, POLICY)).toEqual(at('13:00:00'));
    expect(whenToTell('normal', at('13:00:00'), person, POLICY)).toEqual(at('13:00:00'));
    expect(whenToTell('normal', at('22:00:00'), person, POLICY)).toEqual(at('22:00:00'));
  });

  it('is at once all the same when it is red, or he is on duty', () => {
    expect(whenToTell('red', NOON, person, POLICY)).toEqual(NOON);
    expect(whenToTell('normal', NOON, { ...person, onDuty: true }, POLICY)).toEqual(NOON);
  });

  it('is at once, at any hour and in a storm, what disturbs him by no channel, and in no digest', () => {
    const stormy = { ...person, toldLately: told('21:55:00', '21:56:00', '21:57:00') };
    expect(whenToTell('low', at('22:00:00'), stormy, POLICY)).toEqual(at('22:00:00'));
    const { singly, digest } = flushOf([waiting('a', 'low'), waiting('b', 'low')], at('22:00:00'), stormy, POLICY);
    expect([idsOf(singly), digest]).toEqual([['a', 'b'], []]);
  });
});

describe('ORG-2 what is overdue', () => {
  it('is what was to be told more than an hour ago', () => {
    expect(isOverdue(new Date(NOON.getTime() - OVERDUE_MS), NOON)).toBe(false);
    expect(isOverdue(new Date(NOON.getTime() - OVERDUE_MS - 1), NOON)).toBe(true);
  });
});

describe('ORG-2 what waited', () => {
  it('is told by itself when it is the only one', () => {
    const { singly, digest, again } = flushOf([waiting('a')], NOON, FREE, POLICY);
    expect([idsOf(singly), idsOf(digest), again]).toEqual([['a'], [], null]);
  });

  it('is one digest when there are several, and red ones stand alone', () => {
    const all = [waiting('a', 'low'), waiting('b', 'red'), waiting('c'), waiting('d', 'normal', at('11:59:00'))];
    const { singly, digest } = flushOf(all, NOON, FREE, POLICY);
    expect([idsOf(singly), idsOf(digest)]).toEqual([['b'], ['d', 'c', 'a']]);
  });

  it('becomes one digest in order of urgency when it is overdue, red ones too', () => {
    const ago = at('10:00:00');
    const all = [waiting('a', 'low', ago), waiting('b', 'normal', ago), waiting('c', 'red', at('10:30:00'))];
    const { singly, digest } = flushOf(all, NOON, FREE, POLICY);
    expect([idsOf(singly), idsOf(digest)]).toEqual([[], ['c', 'b', 'a']]);
  });

  it('is no digest when only one is overdue', () => {
    const { singly, digest } = flushOf([waiting('a', 'normal', at('10:00:00'))], NOON, FREE, POLICY);
    expect([idsOf(singly), idsOf(digest)]).toEqual([['a'], []]);
  });

  it('waits on in quiet hours, even overdue, but for red ones', () => {
    const night = at('22:00:00');
    const all = [waiting('a', 'normal', at('10:00:00')), waiting('b', 'red', night)];
    const { singly, again } = flushOf(all, night, FREE, POLICY);
    expect(idsOf(singly)).toEqual(['b']);
    expect(again).toEqual(new Date('2026-03-03T08:00:00+08:00'));
  });

  it('waits on while the storm lasts', () => {
    const person = { ...FREE, toldLately: told('11:55:00', '11:56:00', '11:57:00') };
    const { singly, digest, again } = flushOf([waiting('a'), waiting('b')], NOON, person, POLICY);
    expect([singly, digest, again]).toEqual([[], [], at('12:05:00')]);
  });
});
