import { describe, expect, it } from '@jest/globals';
import { LONGEST_SUBJECT, subjectOf } from './subject.rules.js';

const ACCOUNT = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c10';

describe('who a token speaks for (ADR 0030)', () => {
  it('is an account by its id where the token is of apps/staff', () => {
    expect(subjectOf(ACCOUNT, undefined)).toBe(ACCOUNT);
  });

  it('is nobody of ours, and of no other provider, where it is of a foreign issuer', () => {
    const [one, other] = ['https://login.hospital.example', 'https://login.group.example'].map((issuer) =>
      subjectOf(ACCOUNT, issuer),
    );
    expect(one).toBe(`https://login.hospital.example|${ACCOUNT}`);
    expect(new Set([ACCOUNT, one, other]).size).toBe(3);
  });

  it.each([LONGEST_SUBJECT, LONGEST_SUBJECT + 1])('has at most 255 characters: %d', (length) => {
    expect(subjectOf('x'.repeat(length), undefined)?.length).toBe(length > LONGEST_SUBJECT ? undefined : length);
  });

  it.each([undefined, null, '', 7, {}, ['x'], 'a\0b', 'a\nb', 'a\u007fb', '\ud800'])('is not told by %j', (subject) => {
    expect(subjectOf(subject, 'https://login.hospital.example')).toBeUndefined();
  });
});
