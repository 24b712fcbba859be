import type { ByteRange } from './blob-store.js';

/**
 * The one range a Range header asks for (RFC 9110, 14). Undefined: the whole, also for several ranges and for other
 * units, which a server may leave aside.
 * @param size of the content in bytes
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  if (!match) return undefined;
  const [from, to] = [match[1] ?? '', match[2] ?? ''];
  if (from === '' && to === '') return undefined;
  if (from === '') return Number(to) === 0 ? 'unsatisfiable' : within(Math.max(0, size - Number(to)), size - 1, size);
  if (to !== '' && Number(to) < Number(from)) return undefined;
  return within(Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1), size);
}

function within(start: number, end: number, size: number): ByteRange | 'unsatisfiable' {
  return start < size ? { start, end } : 'unsatisfiable';
}
