/** The longest text that is looked for, in characters. */
export const SEARCH_LENGTH = 60;

/** One form of a text for comparing: width, case and spaces make no other word. */
export function searchText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');
}

/** The pairs of neighbours that a text must have when it contains this one; of a single character itself. */
export function gramsOf(text: string): string[] {
  const characters = [...text];
  if (characters.length < 2) return characters;
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))];
}

/** What a text is found by: its characters and pairs, so that one character finds it, too. */
export function keysOf(text: string): string[] {
  return [...new Set([...text, ...gramsOf(text)])];
}
