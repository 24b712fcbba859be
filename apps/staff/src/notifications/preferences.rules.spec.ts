import { describe, expect, it } from '@jest/globals';
import { AS_THE_HOSPITAL, channelsFor, isTooLong, quietFor, type Preferences } from './preferences.rules.js';

const HOSPITAL = { starts: '21:00', ends: '08:00', zone: 'Asia/Shanghai' };
const MINE: Preferences = {
  normal: { channels: ['message'], quietHours: { starts: '19:30', ends: '07:00' } },
  low: { channels: [], quietHours: null },
};

describe('ORG-2 how a person wants to hear', () => {
  it('is by every channel and the hospital’s hours until he says otherwise', () => {
    expect(channelsFor('low', AS_THE_HOSPITAL)).toEqual(['console', 'message']);
    expect(quietFor('low', AS_THE_HOSPITAL, HOSPITAL)).toEqual(HOSPITAL);
  });

  it('is as he says for each urgency', () => {
    expect([channelsFor('normal', MINE), channelsFor('low', MINE)]).toEqual([['message'], []]);
    expect(quietFor('normal', MINE, HOSPITAL)).toEqual({ starts: '19:30', ends: '07:00', zone: 'Asia/Shanghai' });
    expect(quietFor('low', MINE, HOSPITAL)).toEqual(HOSPITAL);
  });

  it('does not matter when it is red', () => {
    expect(channelsFor('red', MINE)).toEqual(['console', 'message']);
    expect(quietFor('red', MINE, HOSPITAL)).toBeNull();
  });

  it.each([
    ['08:00', '00:00', false],
    ['08:00', '00:01', true],
    ['18:00', '10:00', false],
    ['18:00', '10:01', true],
    ['12:00', '12:00', false],
    ['12:00', '11:59', true],
  ])('may be quiet for sixteen hours at most: %s to %s', (starts, ends, tooLong) => {
    expect(isTooLong({ starts, ends })).toBe(tooLong);
  });
});
