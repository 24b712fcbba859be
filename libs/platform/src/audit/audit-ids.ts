const LONGEST = 200;

/** The ids at a dotted place of an answer; lists on the way are gone through. */
export function idsAt(answer: unknown, place: string): string[] {
  const found = place
    .split('.')
    .reduce<unknown[]>((values, name) => values.flatMap((value) => valuesOf(value, name)), [answer]);
  return found
    .flat()
    .flatMap((id) => (typeof id === 'string' || typeof id === 'number' ? [shortened(String(id))] : []));
}

function valuesOf(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesOf(item, name));
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return [];
  return [(value as Record<string, unknown>)[name]];
}

/** What a caller wrote into a path has no right to more room than an id. */
export function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The named ones of a request's parameters. */
export function pick(given: unknown, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => idsAt(given, name).map((value) => [name, value] as const)));
}
