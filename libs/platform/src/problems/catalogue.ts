import type { Language } from './language.js';

/** One text in every language. `{name}` stands for a parameter, `{name:term}` for the term the parameter names. */
export type Texts = Record<Language, string>;

/** What fills a text: names, numbers, or a list of them. */
export type Params = Record<string, string | number | readonly (string | number)[]>;

/** The texts a part of the product contributes; codes are kebab-case and mean one thing everywhere. */
export interface TextSet {
  /** The `detail` of a problem, by its `code`. */
  problems?: Record<string, Texts>;
  /** The `reason` of a field at fault, by its `code`. */
  reasons?: Record<string, Texts>;
  /** Words that fill other texts: the name of a thing that was not found, for instance. */
  terms?: Record<string, Texts>;
}

export type TextKind = keyof TextSet;

const catalogue: Record<TextKind, Map<string, Texts>> = { problems: new Map(), reasons: new Map(), terms: new Map() };
const PLACEHOLDER = /\{(\w+)(?::(term))?\}/g;
const SEPARATORS: Texts = { 'zh-CN': '、', en: ', ' };

/**
 * Adds texts to the one catalogue of the process; adding the same texts again changes nothing.
 * @throws Error when a code has another text already: it would mean two things.
 */
export function contributeTexts(set: TextSet): void {
  for (const kind of Object.keys(catalogue) as TextKind[]) {
    for (const [code, texts] of Object.entries(set[kind] ?? {})) {
      const known = catalogue[kind].get(code);
      if (known && JSON.stringify(known) !== JSON.stringify(texts))
        throw new Error(`${kind}: ${code} has a text already`);
      catalogue[kind].set(code, texts);
    }
  }
}

/** The text of a code with its parameters filled in; the code itself when nobody contributed a text. */
export function textOf(kind: TextKind, code: string, params: Params, language: Language): string {
  const text = catalogue[kind].get(code)?.[language] ?? code;
  return text.replace(PLACEHOLDER, (_, name: string, term?: string) => {
    const value = params[name] ?? '';
    const words = (Array.isArray(value) ? value : [value]).map((word: string | number) =>
      term ? textOf('terms', String(word), {}, language) : String(word),
    );
    return words.join(SEPARATORS[language]);
  });
}

/** Everything contributed so far, by code. */
export function textsOf(kind: TextKind): ReadonlyMap<string, Texts> {
  return catalogue[kind];
}

/** The parameters a text wants, for the test that compares languages and callers. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))].sort();
}
