import { randomInt } from 'node:crypto';
import { CODE_CHARACTERS, CODE_DRAWS, codeOfDraws } from './voucher-code.rules.js';

/** A code that nobody can guess: drawn evenly by the system's secure source (CP-5). */
export function newCode(): string {
  return codeOfDraws(Array.from({ length: CODE_DRAWS }, () => randomInt(CODE_CHARACTERS)));
}
