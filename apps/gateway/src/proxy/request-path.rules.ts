/** Controls, space, backslash and fragment: no client of ours sends them raw. */
const RAW_TRICKS = /[\u0000-\u0020\u007f\\#]/;
/** Encoded slash, backslash or NUL, and a percent sign encoded once more before dot, slash, backslash, percent or NUL. */
const ENCODED_TRICKS = /%(?:2f|5c|00|25(?:2e|2f|5c|25|00))/i;

/**
 * Whether a path means the same to us and to whatever reads it after us (decision 2): no segment walks up, none is
 * empty, nothing is hidden behind an encoding. The last segment may be empty (a trailing slash).
 * @param path as it came over the wire, without the query
 */
export function isPlainPath(path: string): boolean {
  if (!path.startsWith('/') || RAW_TRICKS.test(path) || ENCODED_TRICKS.test(path)) return false;
  const decoded = decode(path);
  if (decoded === undefined || RAW_TRICKS.test(decoded.replaceAll(' ', '').replaceAll('#', ''))) return false;
  const segments = decoded.slice(1).split('/');
  return segments.every((segment, index) => {
    if (segment === '') return index === segments.length - 1;
    return segment !== '.' && segment !== '..';
  });
}

/** A letter, digit, hyphen or dot: RFC 3986 gives nobody a reason to encode one. */
const ENCODED_PLAIN = /%(?:2[de]|3\d|[46][1-9a-f]|[57][\da])/i;

/**
 * Whether a path says in code what it could say plainly. Routers read `/%61uth` as `/auth`; whatever compares the text of
 * a path, as limits and prefixes do, reads something else.
 * @param path as it came over the wire, without the query
 */
export function hidesPlainText(path: string): boolean {
  return ENCODED_PLAIN.test(path);
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
