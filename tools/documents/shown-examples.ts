/** Whether a part of an OpenAPI document shows a value: an example, or a choice of words, of it or of what it is made of. */
export function hasExample(part: unknown, schemas: object, seen = new Set<string>()): boolean {
  if (part === null || typeof part !== 'object') return false;
  if (['example', 'examples', 'enum', 'const'].some((key) => key in part)) return true;
  return Object.entries(part).some(([key, value]) => {
    if (key !== '$ref') return hasExample(value, schemas, seen);
    const name = String(value).split('/').at(-1) ?? '';
    if (seen.has(name)) return false;
    seen.add(name);
    return hasExample((schemas as Record<string, unknown>)[name], schemas, seen);
  });
}
