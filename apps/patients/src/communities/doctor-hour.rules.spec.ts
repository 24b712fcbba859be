import { describe, expect, it } from '@jest/globals';
import { approachOf, hourFrom, hourStep, type DoctorHour, type HourStep } from './doctor-hour.rules.js';

const wednesday: DoctorHour = { weekday: 3, time: '19:00', minutes: 60, doctorId: null, departmentId: null };
const shanghai = { zone: 'Asia/Shanghai', leadDays: 1 };
const at = (text: string) => new Date(text);
const step = (now: string, hour: string, told: object = {}): HourStep =>
  hourStep(wednesday, { at: at(hour), approachTold: false, beginTold: false, ...told }, at(now), shanghai);

describe('a weekly doctor’s hour', () => {
  it('PT-10 is the next one over the end of a year', () => {
    expect(hourFrom(wednesday, at('2026-12-30T20:00:00+08:00'), 'Asia/Shanghai')).toEqual(
      at('2027-01-06T19:00:00+08:00'),
    );
    const friday = { ...wednesday, weekday: 5 };
    expect(hourFrom(friday, at('2026-12-31T23:59:59+08:00'), 'Asia/Shanghai')).toEqual(at('2027-01-01T19:00:00+08:00'));
  });

  it('PT-10 is today’s until it is over, also over midnight', () => {
    expect(hourFrom(wednesday, at('2026-11-18T19:59:59+08:00'), 'Asia/Shanghai')).toEqual(
      at('2026-11-18T19:00:00+08:00'),
    );
    const late = { ...wednesday, time: '23:30' };
    expect(hourFrom(late, at('2026-11-19T00:10:00+08:00'), 'Asia/Shanghai')).toEqual(at('2026-11-18T23:30:00+08:00'));
    expect(hourFrom(late, at('2026-11-19T00:30:00+08:00'), 'Asia/Shanghai')).toEqual(at('2026-11-25T23:30:00+08:00'));
  });

  it('PT-10 keeps its time of day when the clocks change, and comes once when an hour comes twice or not at all', () => {
    const sunday = { ...wednesday, weekday: 7 };
    const berlin = { zone: 'Europe/Berlin', leadDays: 1 };
    const before = hourFrom(sunday, at('2026-10-18T12:00:00Z'), 'Europe/Berlin');
    expect(before).toEqual(at('2026-10-18T17:00:00Z'));
    const after = hourFrom(sunday, at('2026-10-19T12:00:00Z'), 'Europe/Berlin');
    expect(after).toEqual(at('2026-10-25T18:00:00Z'));
    expect(approachOf(after, berlin)).toEqual(at('2026-10-24T17:00:00Z'));
    const night = { ...sunday, time: '02:30' };
    expect(hourFrom(night, at('2026-10-24T12:00:00Z'), 'Europe/Berlin')).toEqual(at('2026-10-25T00:30:00Z'));
    expect(hourFrom(night, at('2026-10-25T01:30:00Z'), 'Europe/Berlin')).toEqual(at('2026-11-01T01:30:00Z'));
    expect(hourFrom(night, at('2026-03-28T12:00:00Z'), 'Europe/Berlin')).toEqual(at('2026-03-29T01:30:00Z'));
  });

  it('PT-10 is announced a day before, not a second earlier, and told to begin at its time', () => {
    const hour = '2026-11-18T19:00:00+08:00';
    expect(step('2026-11-17T18:59:59+08:00', hour)).toMatchObject({
      tells: null,
      dueAt: at('2026-11-17T19:00:00+08:00'),
    });
    expect(step('2026-11-17T19:00:00+08:00', hour)).toMatchObject({
      tells: 'approached',
      at: at(hour),
      dueAt: at(hour),
    });
    expect(step('2026-11-18T18:59:59+08:00', hour, { approachTold: true })).toMatchObject({ tells: null });
    expect(step(hour, hour, { approachTold: true })).toEqual({
      tells: 'began',
      at: at('2026-11-25T19:00:00+08:00'),
      dueAt: at('2026-11-24T19:00:00+08:00'),
    });
  });

  it('PT-10 that began unannounced is told while it lasts; one that is over is not told at all', () => {
    const hour = '2026-11-18T19:00:00+08:00';
    expect(step('2026-11-18T19:59:59+08:00', hour)).toMatchObject({ tells: 'began' });
    expect(step('2026-11-18T20:00:00+08:00', hour)).toEqual({
      tells: null,
      at: at('2026-11-25T19:00:00+08:00'),
      dueAt: at('2026-11-24T19:00:00+08:00'),
    });
  });

  it('PT-10 goes on with the hour of today after weeks in which nobody worked', () => {
    expect(step('2026-12-16T19:20:00+08:00', '2026-11-18T19:00:00+08:00')).toEqual({
      tells: null,
      at: at('2026-12-16T19:00:00+08:00'),
      dueAt: at('2026-12-16T19:20:00+08:00'),
    });
  });

  it('PT-10 is told once, also when it is looked at again', () => {
    const hour = '2026-11-18T19:00:00+08:00';
    expect(step(hour, hour, { approachTold: true, beginTold: true })).toMatchObject({ tells: null });
  });
});
