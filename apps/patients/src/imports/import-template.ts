import type { Language } from '#platform';
import { csvLine } from './csv-text.js';
import { COLUMNS, TITLES } from './import-columns.rules.js';

/** The columns somebody fills in; ours and what only an export has are left out. */
const OFFERED = COLUMNS.filter((column) => !['id', 'deceased', 'deceasedAt'].includes(column));

export function templateTitles(language: Language): string[] {
  return OFFERED.map((column) => TITLES[column][language]);
}

/** A header row that Excel opens, with nothing below. */
export function templateText(language: Language): string {
  return `\uFEFF${csvLine(templateTitles(language))}`;
}
