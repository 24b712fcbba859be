import { harmless } from './formula-marks.rules.js';

/** One line of CSV (RFC 4180) whose cells no spreadsheet computes. */
export function csvLine(cells: string[]): string {
  return quotedCells(cells.map(harmless));
}

/** One line of CSV with the cells as they are: for ourselves, never for a spreadsheet. */
export function quotedCells(cells: string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
