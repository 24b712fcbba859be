import { harmless } from './formula-marks.rules.js';

/** One line of CSV (RFC 4180) whose cells no spreadsheet computes. */
export function csvLine(cells: string[]): string {
  return `${cells.map((cell) => quoted(harmless(cell))).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
