/** Two of these and two readers may each believe another one. */
const ONCE = new Set(['host', 'content-length', 'transfer-encoding', 'authorization', 'content-type', 'x-request-id']);
const MOST = 100;

/** What is wrong with the headers as they came: pairs of name and value. Undefined when nothing is. */
export function headerFault(raw: readonly string[]): 'too-many' | 'ambiguous' | undefined {
  if (raw.length / 2 > MOST) return 'too-many';
  const seen = new Set<string>();
  for (let index = 0; index < raw.length; index += 2) {
    const name = (raw[index] ?? '').toLowerCase();
    if (!ONCE.has(name)) continue;
    if (seen.has(name)) return 'ambiguous';
    seen.add(name);
    if (name === 'transfer-encoding' && raw[index + 1]?.trim().toLowerCase() !== 'chunked') return 'ambiguous';
  }
  // The parser refuses both together; one that would not must not make us believe either.
  return seen.has('content-length') && seen.has('transfer-encoding') ? 'ambiguous' : undefined;
}
