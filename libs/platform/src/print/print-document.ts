/** A table of a printed document; its head is repeated on every page it runs over. */
export interface PrintTable {
  table: {
    head: string[];
    rows: string[][];
    /** Shares of the width, one a column; equal ones unless given. */
    widths?: number[];
  };
}

export type PrintBlock =
  | { heading: string }
  | { text: string }
  /** Names with values, in two columns. */
  | { facts: [name: string, value: string][] }
  | PrintTable;

/** What is to be printed, on A4 upright: the contents; the platform knows how it looks. */
export interface PrintDocument {
  title: string;
  /** In smaller letters below the title, for instance the title in English. */
  subtitle?: string;
  /** Across every page, faintly: who took the print and when, where what it says is confidential. */
  watermark?: string;
  blocks: PrintBlock[];
}
