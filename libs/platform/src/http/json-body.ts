import type { FieldFault } from '../problems/problem.js';
import { Problem } from '../problems/problem.js';

/** No body of the API nests deeper; what does would only wear out who walks it. */
export const MAX_JSON_DEPTH = 32;
/** One is enough to refuse a body; a few help whoever repairs it. */
const MAX_FAULTS = 20;
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * The value a JSON body holds: in good UTF-8, not too deep, without reserved names and without text that PostgreSQL
 * cannot keep (NUL, half a surrogate).
 * @throws Problem 400 naming the field at fault where there is one.
 */
export function readJson(body: Buffer): unknown {
  if (body.length === 0) throw Problem.badRequest('body-empty');
  const value = parsed(decoded(body));
  const faults: FieldFault[] = [];
  inspect(value, [], faults);
  if (faults.length > 0) throw Problem.invalid(faults);
  return value;
}

function decoded(body: Buffer): string {
  try {
    return decoder.decode(body);
  } catch {
    throw Problem.badRequest('body-malformed', {}, [{ field: '', code: 'not-utf8' }]);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw Problem.badRequest('body-malformed', {}, [{ field: '', code: 'not-json' }]);
  }
}

function inspect(value: unknown, path: string[], faults: FieldFault[]): void {
  if (faults.length >= MAX_FAULTS) return;
  if (typeof value === 'string') faults.push(...textFaults(value, path.join('.')));
  if (typeof value !== 'object' || value === null) return;
  if (path.length >= MAX_JSON_DEPTH) {
    faults.push({ field: path.slice(0, 3).join('.'), code: 'too-deep', params: { limit: MAX_JSON_DEPTH } });
    return;
  }
  for (const [name, child] of Object.entries(value)) {
    const below = [...path, name];
    const field = below.join('.');
    if (RESERVED.has(name)) faults.push({ field, code: 'reserved-name' });
    else if (textFaults(name, field).length > 0) faults.push(...textFaults(name, path.join('.')));
    else inspect(child, below, faults);
  }
}

/** What PostgreSQL could not keep of a text. */
export function textFaults(text: string, field: string): FieldFault[] {
  if (text.includes('\0')) return [{ field, code: 'nul-character' }];
  return text.isWellFormed() ? [] : [{ field, code: 'half-surrogate' }];
}
