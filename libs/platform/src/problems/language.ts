/** What the product speaks; the first is spoken to who asks for nothing we know. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const DEFAULT: Language = LANGUAGES[0];
/** Longer lists than any browser sends are not worth reading to the end. */
const MAX_RANGES = 32;

interface Range {
  /** The primary subtag, or `*`. */
  primary: string;
  quality: number;
}

/**
 * The language an `Accept-Language` header (RFC 9110) asks for: the highest quality wins, of equals the one named first.
 * Every Chinese (`zh`, `zh-Hans`, `zh-TW` …) is answered in zh-CN, every English in en, all else in zh-CN.
 */
export function languageOf(acceptLanguage: string | undefined): Language {
  const ranges = (acceptLanguage ?? '').split(',', MAX_RANGES).flatMap(rangeIn);
  const named = new Set(ranges.map((range) => range.primary));
  const wanted = ranges
    .flatMap((range) => languagesIn(range.primary, named).map((language) => ({ language, quality: range.quality })))
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  return wanted[0]?.language ?? DEFAULT;
}

function languagesIn(primary: string, named: Set<string>): Language[] {
  if (primary === 'zh') return ['zh-CN'];
  if (primary === 'en') return ['en'];
  // RFC 4647: `*` is for what no other range names.
  return primary === '*' ? LANGUAGES.filter((language) => !named.has(language.slice(0, 2))) : [];
}

function rangeIn(text: string): Range[] {
  const match = /^\s*(\*|[a-z]{1,8})(?:-[a-z0-9]{1,8})*\s*(?:;\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i.exec(
    text,
  );
  if (!match?.[1]) return [];
  return [{ primary: match[1].toLowerCase(), quality: match[2] === undefined ? 1 : Number(match[2]) }];
}
