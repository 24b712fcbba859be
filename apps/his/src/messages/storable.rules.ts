/** At most `max` UTF-16 units of a text, without what PostgreSQL cannot keep (NUL, half a surrogate pair). */
export function storable(text: string, max: number): string {
  return text
    .slice(0, max)
    .replaceAll('\0', '')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '');
}
