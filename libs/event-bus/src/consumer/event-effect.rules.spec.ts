import { describe, expect, it } from '@jest/globals';
import { effectOf } from './event-effect.rules.js';

describe('an event that was claimed', () => {
  const subject = 'patients.person.updated.v1';

  it('decision 5 is handled once, and waits behind what is parked of its key', () => {
    expect(effectOf(subject, 'fresh')).toBe('handle');
    expect(effectOf(subject, 'duplicate')).toBe('nothing');
    expect(effectOf(subject, 'behind-parked')).toBe('park');
  });

  it('PT-9 has no effect when it is about somebody who was erased', () => {
    expect(effectOf(subject, 'erased')).toBe('nothing');
  });

  it.each(['patients.person.erased.v1', 'his.erasure.reported.v1'])(
    'PT-9 %s is handled although events of the person are parked or the person is erased, and once',
    (about) => {
      expect(
        ['fresh', 'erased', 'behind-parked', 'duplicate'].map((claim) => effectOf(about, claim as 'fresh')),
      ).toEqual(['handle', 'handle', 'handle', 'nothing']);
    },
  );
});
