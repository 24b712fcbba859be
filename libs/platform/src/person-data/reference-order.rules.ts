/** A foreign key: rows of `from` name rows of `to`. */
export interface Reference {
  from: string;
  to: string;
}

/** @returns the same, each before all whose tables its own tables refer to. A circle is left in the order given. */
export function inOrderOfReference<T extends { readonly tables: readonly string[] }>(
  sources: readonly T[],
  references: readonly Reference[],
): T[] {
  const ordered: T[] = [];
  const visited = new Set<T>();
  const visit = (source: T) => {
    if (visited.has(source)) return;
    visited.add(source);
    sources.filter((other) => refersTo(other, source, references)).forEach(visit);
    ordered.push(source);
  };
  sources.forEach(visit);
  return ordered;
}

function refersTo(
  one: { readonly tables: readonly string[] },
  other: { readonly tables: readonly string[] },
  references: readonly Reference[],
): boolean {
  return one !== other && references.some(({ from, to }) => one.tables.includes(from) && other.tables.includes(to));
}
