import type { FieldFault } from '../problems/problem.js';

/** What is wrong with the filter, the order or the cursor of a list, as its caller is told. */
export class ListFaultError extends Error {
  constructor(readonly fault: FieldFault) {
    super(fault.code);
  }
}
