/** Family and given part as XPN or XCN carry them. */
export interface NameParts {
  readonly family?: string;
  readonly given?: string;
  readonly middle?: string;
}

const HAN = /\p{Script=Han}/u;

export const isChinese = (text: string): boolean => HAN.test(text);

/**
 * One name to show and to search by. Chinese shapes: `张^三` and `张三` are 张三; of `WuGuoXiang^吴某某` (pinyin beside the
 * name) and `^胡某某` the Chinese part is the name. Other names read given, middle, family.
 */
export function displayName(parts: NameParts, givenNameIsFullName = false): string | undefined {
  const { family = '', given = '', middle = '' } = parts;
  if (givenNameIsFullName && given !== '') return given;
  if (isChinese(family) && isChinese(given)) return `${family}${given}`;
  const chinese = [family, given].find(isChinese);
  if (chinese !== undefined) return chinese;
  return [given, middle, family].filter((part) => part !== '').join(' ') || undefined;
}
