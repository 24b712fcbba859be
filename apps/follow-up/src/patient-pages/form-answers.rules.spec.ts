import { describe, expect, it } from '@jest/globals';
import { enteredIn } from './form-answers.rules.js';

describe('what a browser sends of a form', () => {
  it('FU-8 counts a line break as one character, as maxlength does', () => {
    const sent = new URLSearchParams('a.words=one%0D%0Atwo%0Dthree%0A&a.empty=%0D%0A&other=x');
    expect([...enteredIn(sent)]).toEqual([['words', ['one\ntwo\nthree']]]);
  });
});
