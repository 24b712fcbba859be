import { Readable } from 'node:stream';
import { csvLine, type Language } from '#platform';
import { workbookFile } from '../workbooks/workbook-file.js';
import { COLUMNS, TITLES } from './import-columns.rules.js';

/** The columns somebody fills in; ours and what only an export has are left out. */
const OFFERED = COLUMNS.filter((column) => !['id', 'deceased', 'deceasedAt'].includes(column));

/** A header row that Excel opens, with nothing below. */
export function templateFile(language: Language, isWorkbook: boolean): Readable {
  const titles = OFFERED.map((column) => TITLES[column][language]);
  if (isWorkbook) return workbookFile('患者 patients', titles, noRows());
  return Readable.from([Buffer.from(`\uFEFF${csvLine(titles)}`)]);
}

async function* noRows(): AsyncGenerator<string[][], void> {
  // A template has none.
}
