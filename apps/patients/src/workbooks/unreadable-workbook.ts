/** A workbook that is none, or that would be too much of one. */
export class UnreadableWorkbook extends Error {
  constructor(readonly code: 'workbook-unreadable' | 'workbook-too-large') {
    super(code);
  }
}
