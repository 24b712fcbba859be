import type { Placed } from './filter-tree.js';
import { ListFaultError } from './list-fault.rules.js';

export type TokenKind = 'word' | 'text' | 'number' | 'mark' | 'end';
/** `text` is without its quotes; `end` comes once, last. */
export interface Token extends Placed<string> {
  kind: TokenKind;
}

const TOKEN =
  /(?<space>\s+)|(?<mark>[(),])|'(?<text>(?:[^']|'')*)'|(?<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])|(?<word>[A-Za-z]\w*)/uy;

/** @throws ListFaultError at the first character that begins nothing. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const position = TOKEN.lastIndex + 1;
    const groups = TOKEN.exec(text)?.groups;
    if (!groups) throw unreadable(text, position);
    const token = tokenOf(groups, position);
    if (token) tokens.push(token);
  }
  return [...tokens, { kind: 'end', value: '', position: text.length + 1 }];
}

function tokenOf({ mark, text, number, word }: Record<string, string | undefined>, position: number): Token | null {
  if (mark !== undefined) return { kind: 'mark', value: mark, position };
  if (text !== undefined) return { kind: 'text', value: text.replaceAll("''", "'"), position };
  if (number !== undefined) return { kind: 'number', value: number, position };
  return word === undefined ? null : { kind: 'word', value: word, position };
}

function unreadable(text: string, position: number): ListFaultError {
  const found = String.fromCodePoint(text.codePointAt(position - 1) ?? 0);
  if (found === "'")
    return new ListFaultError({ field: 'filter', code: 'text-not-closed', position, params: { position } });
  return new ListFaultError({ field: 'filter', code: 'unreadable-filter', position, params: { position, found } });
}
