import { describe, expect, it } from '@jest/globals';
import { DEFAULT_PROFILE, lookUp, profileFor } from './partner-profile.js';
import { displayName } from './person-name.rules.js';

describe('the profile of a sender', () => {
  const his = { ...DEFAULT_PROFILE, code: 'his', sendingApplication: 'HIS' };
  const branch = { ...his, code: 'branch', sendingFacility: 'H2' };
  const anyone = { ...DEFAULT_PROFILE, code: 'anyone' };
  const profiles = [anyone, his, branch];

  it.each([
    ['HIS', 'H2', 'branch'],
    ['HIS', 'H1', 'his'],
    ['LIS', 'H2', 'anyone'],
  ])('HL7 v2 is found by MSH-3 %s and MSH-4 %s', (sendingApplication, sendingFacility, code) => {
    expect(profileFor(profiles, { sendingApplication, sendingFacility }).code).toBe(code);
  });

  it('HL7 v2 is the default when nobody described the sender', () => {
    expect(profileFor([his], { sendingApplication: 'LIS', sendingFacility: '' })).toBe(DEFAULT_PROFILE);
  });

  it('HL7 v2 never takes a property of JavaScript for a code', () => {
    expect(lookUp<unknown>({}, 'constructor')).toBeUndefined();
  });
});

describe('a name', () => {
  it.each([
    [{ family: '张', given: '三' }, '张三'],
    [{ family: '张三' }, '张三'],
    [{ family: 'WuGuoXiang', given: '吴某某' }, '吴某某'],
    [{ given: '胡某某' }, '胡某某'],
    [{ family: '欧阳', given: '𠮷' }, '欧阳𠮷'],
    [{ family: 'Doe', given: 'John', middle: 'Q' }, 'John Q Doe'],
    [{ family: 'Müller' }, 'Müller'],
    [{}, undefined],
  ])('HL7 v2 PID-5 %j is shown as %s', (parts, shown) => {
    expect(displayName(parts)).toBe(shown);
  });

  it('HL7 v2 PID-5 of a partner who repeats the family name', () => {
    expect(displayName({ family: '张', given: '张三' }, true)).toBe('张三');
  });
});
