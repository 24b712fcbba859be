import { textOf } from './compose-file.js';

/** The names of the secrets that deploy/make-environment.mjs makes up. */
export function madeSecrets(): string[] {
  const named = textOf('deploy/make-environment.mjs').matchAll(/'([A-Z_]+_PASSWORD)'|^ {2}([A-Z][A-Z_]+): /gm);
  return [...named].map(([, password, key]) => password ?? key ?? '');
}
