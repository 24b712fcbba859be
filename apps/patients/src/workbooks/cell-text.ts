/** One more than a cell of Excel holds, and more than any column of ours. */
const LONGEST = 32_768;

/** What a cell has so far, and more of it. What no cell can hold is not kept: the column's own limit refuses the line. */
export function cellText(text: string, more: string): string {
  return text.length >= LONGEST ? text : (text + more).slice(0, LONGEST);
}
