import type { Failure } from './imports.store.js';

/** The file as a whole cannot be taken; the code has a text. Another attempt would find the same. */
export class ImportFailure extends Error {
  constructor(
    readonly code: string,
    readonly params: Failure['params'] = {},
  ) {
    super(code);
  }
}
