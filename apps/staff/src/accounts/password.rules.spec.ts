import { describe, expect, it } from '@jest/globals';
import { passwordFault } from './password.rules.js';

describe('a password', () => {
  const fault = (password: string, username = 'li.xiaomei') => passwordFault(password, username, 10);

  it.each([
    'correct horse 电池',
    '梧桐更兼细雨到黄昏点滴',
    'tropfen-am-morgen',
    'kx8!vQ2m#Lr9',
    'demo-account-of-2026',
  ])('decision 10: may be %s', (password) => expect(fault(password)).toBeNull());

  it('decision 10: has ten characters, however many bytes', () => {
    expect(fault('kx8!vQ2m#')).toEqual({ code: 'password-too-short', params: { length: 10 } });
    expect(fault('kx8!vQ2m#L')).toBeNull();
    expect(fault('梧桐更兼细雨到黄昏')).toEqual({ code: 'password-too-short', params: { length: 10 } });
    expect(fault('梧桐更兼细雨到黄昏点')).toBeNull();
  });

  it.each(['li.xiaomei', 'Li.Xiaomei2026', '2026-li.xiaomei-2026', 'LI.XIAOMEI!'])(
    'decision 10: is not the user name, as in %s',
    (password) => expect(fault(password)).toEqual({ code: 'password-holds-name' }),
  );

  it.each([
    'Password2026!',
    'woaini1314520',
    'Woaizhongguo1',
    '1234567890',
    '2026-11-22 08:00',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'qwertyuiopasdf',
    '9876543210abcd',
    'Renminyiyuan@2026',
    'ＰＡＳＳＷＯＲＤ２０２６',
    'passwordpassword',
    '我的密码12345678',
  ])('decision 10: is not one that is tried first: %s', (password) => {
    expect(fault(password)).toEqual({ code: 'password-common' });
  });
});
