/** A record number as its issuer gave it out. */
export interface RecordNumber {
  issuer: string;
  value: string;
}

/** Rows of one table that the law keeps, as they were. */
export interface SealedRows {
  table: string;
  rows: Record<string, unknown>[];
}

/** One erasure while it is applied in one service. */
export class Erasure {
  readonly sealed: SealedRows[] = [];

  constructor(
    readonly id: string,
    /** Until when the medical record is kept; null when none exists or its term has ended: everything goes. */
    readonly keepUntil: Date | null,
    /** Of the person and all records merged into it. */
    readonly recordNumbers: readonly RecordNumber[],
  ) {}

  /** Whether the law keeps the medical record. */
  get seals(): boolean {
    return this.keepUntil !== null;
  }

  /** Hands rows to the sealed record: stored and protected, and read by nothing else. Only when `seals`. */
  seal(table: string, rows: Record<string, unknown>[]): void {
    if (rows.length > 0) this.sealed.push({ table, rows });
  }
}
