import { describe, expect, it } from '@jest/globals';
import { getMetadataStorage, IsString, Length, validateSync } from 'class-validator';
import { rememberRules } from './remembered-rules.js';

class Letter {
  @IsString() text!: unknown;
}
class ShortLetter extends Letter {
  @Length(1, 3) title!: unknown;
}

const faultsOf = (letter: ShortLetter) => validateSync(letter).map(({ property }) => property);

describe('the rules of a class', () => {
  rememberRules();
  rememberRules();
  const broken = () => Object.assign(new ShortLetter(), { text: 1, title: 'too long' });

  it('are found once, its own and those it inherits', () => {
    const rules = () => getMetadataStorage().getTargetValidationMetadatas(ShortLetter, '', false, false);
    expect(rules().map(({ propertyName }) => propertyName)).toEqual(['title', 'text']);
    expect(rules()).toBe(rules());
    expect(faultsOf(broken())).toEqual(['title', 'text']);
    expect(faultsOf(Object.assign(new ShortLetter(), { text: 'a', title: 'b' }))).toEqual([]);
  });

  it('are looked for again when one is added, also to the class it inherits from', () => {
    expect(faultsOf(broken())).toEqual(['title', 'text']);
    IsString()(Letter.prototype, 'sender');
    expect(faultsOf(broken())).toEqual(['title', 'text', 'sender']);
  });

  it('of a group are not taken for those of none', () => {
    IsString({ groups: ['posted'] })(ShortLetter.prototype, 'stamp');
    const inGroup = validateSync(broken(), { groups: ['posted'] });
    expect(inGroup.map(({ property }) => property)).toEqual(['stamp']);
    expect(faultsOf(broken())).toContain('text');
  });
});
