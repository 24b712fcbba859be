import { isDeepStrictEqual } from 'node:util';
import { currentContext } from '../context/request-context.js';

type Fields = object | null;

/**
 * States what the call in hand changes, for its audit entry; call it inside the transaction. Null before is a creation,
 * null after a deletion. Give what callers may see: never a password or its hash. Outside a call it does nothing: what
 * events and deadlines do is told by the events themselves.
 */
export function stateChange(subject: string, id: string, before: Fields, after: Fields): void {
  currentContext()?.audit?.state({ subject, id, ...differing(before, after) });
}

/** States whom the call is about when neither path nor answer says it: whose sign-in this is. */
export function stateSubject(id: string): void {
  currentContext()?.audit?.names(id);
}

/**
 * States that the call is going to be refused with this status although the transaction in hand commits, for instance
 * a session that ends because its token was stolen: the entry, with what changes, is one of that refusal.
 */
export function stateRefusal(status: number): void {
  currentContext()?.audit?.refuse(status);
}

/** States why, in the caller's words. */
export function stateReason(reason: string): void {
  currentContext()?.audit?.explain(reason);
}

function differing(before: Fields, after: Fields) {
  if (before === null || after === null) return { before: fieldsOf(before), after: fieldsOf(after) };
  const [former, latter] = [fieldsOf(before), fieldsOf(after)] as [Record<string, unknown>, Record<string, unknown>];
  const names = [...new Set([...Object.keys(former), ...Object.keys(latter)])];
  const changed = names.filter((name) => !isDeepStrictEqual(former[name], latter[name]));
  const only = (fields: Record<string, unknown>) =>
    Object.fromEntries(changed.map((name) => [name, fields[name] ?? null]));
  return { before: only(former), after: only(latter) };
}

function fieldsOf(fields: Fields): Record<string, unknown> | null {
  return fields === null ? null : Object.fromEntries(Object.entries(fields));
}
