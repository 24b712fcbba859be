import { pinyin } from 'pinyin-pro';

/** What a name is found by; every list is a set of exact keys, so that one inverted index answers all. */
export interface NameKeys {
  /** The name without spaces, in one width and case: what a substring is looked for in. */
  text: string;
  /** Its characters and pairs of neighbours: they narrow a substring search, also one of two characters. */
  grams: string[];
  /** Full pinyin and initials of the whole name and of its beginnings and ends. */
  readings: string[];
}

const HAN = /\p{Script=Han}/u;

/** One form of a name for comparing: full-width letters, spaces and case make no other person. */
export function searchText(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•・.,'’-]/gu, '');
}

/** The name as it is kept: one width, no spaces between Chinese characters, single ones elsewhere. */
export function tidyName(name: string): string {
  return name
    .normalize('NFC')
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

export function nameKeys(name: string | null): NameKeys {
  const text = searchText(name ?? '');
  return { text, grams: [...new Set([...text, ...gramsOf(text)])], readings: readingsOf(text) };
}

/** The keys a row must have when its name contains the text. */
export function gramsOf(text: string): string[] {
  const characters = [...text];
  if (characters.length < 2) return characters;
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))];
}

export function isChineseText(text: string): boolean {
  return HAN.test(text);
}

/** How the whole name reads: the second reading, after that of its first syllable; the text where there is none. */
export function wholeReading({ text, readings }: Pick<NameKeys, 'text' | 'readings'>): string {
  return readings[1] ?? text;
}

/** SQL: the same of a record, as an index has it. */
export const WHOLE_READING = 'coalesce(name_readings[2], name_text)';

/** A typed reading as it is kept: `Shàn Xióng xìn`, `shan'xiongxin` and `LÜ` become plain letters, ü as v. */
export function readingText(text: string): string {
  return searchText(text)
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/\p{Mn}/gu, '');
}

/**
 * Readings of a Chinese name. The surname's reading comes first (单 → shan, 尉迟 → yuchi); the everyday reading of the
 * same characters (dan) is kept too, because callers spell what they see, and so is u for ü (lu for 吕).
 */
function readingsOf(text: string): string[] {
  if (!isChineseText(text)) return [];
  const variants = [syllables(text, 'head'), syllables(text, 'off')];
  const spellings = variants.flatMap((variant) => [variant, variant.map((syllable) => syllable.replace('v', 'u'))]);
  const initials = variants.map((variant) => variant.map((syllable) => [...syllable][0] ?? ''));
  return [...new Set([...spellings.flatMap(runs), ...initials.flatMap(runs).filter((key) => key.length > 1)])];
}

function syllables(text: string, surname: 'head' | 'off'): string[] {
  return pinyin(text, { surname, toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' });
}

/** The beginnings and ends of a list, each as one word. */
function runs(parts: string[]): string[] {
  return parts.flatMap((_, index) => [parts.slice(0, index + 1).join(''), parts.slice(index).join('')]);
}
