/** How a cell begins that a spreadsheet would compute instead of show (CWE-1236), after any apostrophes of ours. */
const COMPUTED = /^'*[=+\-@\t\r＝＋－＠]/u;

/** The text as a spreadsheet shows it and never computes it: with an apostrophe before what looks like a formula. */
export function harmless(text: string): string {
  return COMPUTED.test(text) ? `'${text}` : text;
}

/** The text that `harmless` made this of. */
export function unharmed(text: string): string {
  return text.startsWith("'") && COMPUTED.test(text) ? text.slice(1) : text;
}

/** Whether a cell is a formula: no column of ours begins so. A phone number may begin with a plus. */
export function isFormula(cell: string): boolean {
  return /^\s*[=@＝＠]/u.test(cell);
}
