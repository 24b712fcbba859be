/** How a value is masked. `quotation`: only what stands between double quotes; `hl7`: all but segments and delimiters. */
export type PersonalKind =
  | 'name'
  | 'phone'
  | 'national-id'
  | 'document'
  | 'address'
  | 'birth-date'
  | 'record-number'
  | 'free-text'
  | 'quotation'
  | 'hl7';

/** Stands for text that cannot be shown in part. */
export const WITHHELD = '[已隐藏 withheld]';

const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 长孙 宇文 夏侯 轩辕 端木 独孤 南宫 申屠 太史 ' +
    '闻人 澹台 公冶 淳于 单于 呼延 钟离 鲜于 赫连 百里 东郭 西门 第五 司空 万俟 濮阳 拓跋 歐陽 司馬 諸葛 東方 尉遲 公孫 長孫 軒轅'
  ).split(' '),
);
const GRAPHEMES = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** Letters, digits and the marks upon them: all that can tell who it is. */
const TELLING = /[\p{L}\p{N}\p{M}\p{S}]/u;
const HAN = /\p{Script=Han}/u;
/** Not part of a district's name: what comes after it in an address. */
const PLACE = String.raw`(?:(?![路街巷村弄镇乡号栋楼道])\p{Script=Han})`;
const DISTRICT = new RegExp(
  `^(?:${PLACE}{1,8}?(?:省|自治区|特别行政区))?(?:${PLACE}{1,7}?(?:市|自治州|地区|盟))?` +
    `(?:${PLACE}{1,7}?(?:(?<![小社园校厂院景])区|县|旗|市))?`,
  'u',
);

/** A value of a personal field as somebody without the right sees it; nothing stays nothing. */
export function masked(kind: PersonalKind, value: unknown): unknown {
  if (value === null || value === undefined || value === '') return value;
  if (Array.isArray(value)) return value.map((each) => masked(kind, each));
  if (typeof value === 'string') return MASKS[kind](value);
  if (typeof value !== 'object') return WITHHELD;
  return Object.fromEntries(Object.keys(value).map((name) => [name, WITHHELD]));
}

const MASKS: Record<PersonalKind, (text: string) => string> = {
  name: maskedName,
  phone: maskedPhone,
  'national-id': (text) => maskedMiddle(text, (length) => (length >= 15 ? [4, 4] : [0, length >= 8 ? 2 : 0])),
  document: (text) => maskedMiddle(text, (length) => (length >= 7 ? [1, 2] : [0, 0])),
  'record-number': (text) => maskedMiddle(text, (length) => [0, length >= 8 ? 3 : length >= 5 ? 2 : 0]),
  address: (text) => `${DISTRICT.exec(text)?.[0] ?? ''}***`,
  'birth-date': (text) => /^\d{4}/.exec(text)?.[0] ?? '****',
  'free-text': () => WITHHELD,
  quotation: (text) => text.replace(/"[^]*"/u, '"***"'),
  hl7: maskedHl7,
};

/** 张*, 欧阳**, J*** S****. A name that is nothing but its surname is a surname of one character and a given name. */
function maskedName(text: string): string {
  const characters = graphemesOf(text);
  if (!HAN.test(text)) return text.replaceAll(/\S+/gu, initialOf);
  const surname = characters.length > 2 && COMPOUND_SURNAMES.has(characters.slice(0, 2).join('')) ? 2 : 1;
  if (characters.length === 1) return '*';
  return characters.map((each, index) => (index < surname || !TELLING.test(each) ? each : '*')).join('');
}

function initialOf(word: string): string {
  const letters = graphemesOf(word);
  return letters.map((each, index) => (index === 0 && letters.length > 1 ? each : '*')).join('');
}

/** 138****8000, +86138****8000: at least four digits in the middle are hidden, and all of a short number but two. */
function maskedPhone(text: string): string {
  const digits = graphemesOf(text).filter((each) => /\p{N}/u.test(each)).length;
  const last = digits >= 11 ? 4 : digits >= 7 ? 2 : 0;
  const first = digits >= 11 ? digits - last - Math.max(4, digits - 9) : 0;
  let seen = 0;
  return graphemesOf(text)
    .map((each) => {
      if (!/\p{N}/u.test(each)) return TELLING.test(each) && each !== '+' ? '*' : each;
      seen += 1;
      return seen <= first || seen > digits - last ? each : '*';
    })
    .join('');
}

function maskedMiddle(text: string, shown: (length: number) => [first: number, last: number]): string {
  const characters = graphemesOf(text);
  const [first, last] = shown(characters.length);
  return characters.map((each, at) => (at < first || at >= characters.length - last ? each : '*')).join('');
}

/** Which segments and fields there are can be seen, not what they hold; MSH too: what is glued to it may be anything. */
function maskedHl7(text: string): string {
  return text
    .split(/(?<=[\r\n])/u)
    .map((line) => {
      const segment = /^[A-Z][A-Z\d]{2}(?![\p{L}\p{N}])/u.exec(line)?.[0] ?? '';
      return segment + line.slice(segment.length).replaceAll(/[\p{L}\p{N}\p{M}]|[^\0-\x7f]/gu, '*');
    })
    .join('');
}

function graphemesOf(text: string): string[] {
  return Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
}
