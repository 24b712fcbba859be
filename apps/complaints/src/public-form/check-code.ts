import { createHash } from 'node:crypto';

/** Crockford's base 32: no I, L, O and U, which are misread. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;
const BITS_A_SIGN = 5;

/**
 * What the writer shows to hear how his complaint stands: 50 bits that only who has the secret can make. The same
 * secret and ticket give the same code, so that a form that is sent again is answered as the first time.
 */
export function checkCodeOf(secret: string, ticketId: string): string {
  const digest = createHash('sha256').update(`complaint-code\n${ticketId}\n${secret}`).digest();
  let bits = digest.readBigUInt64BE();
  let code = '';
  for (let n = 0; n < LENGTH; n += 1) {
    code += SIGNS[Number(bits & 31n)];
    bits >>= BigInt(BITS_A_SIGN);
  }
  return code;
}

/** As it is kept: whoever reads the table cannot ask with it. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** As people type it: small letters, spaces, hyphens, and signs that are misread. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
