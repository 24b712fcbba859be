const LONGEST = 150;
/** Controls, and the marks that turn the writing direction round: `photo‮gpj.exe` reads like a picture. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A name fit to be kept and offered again: no path, nothing invisible, at most 150 characters, its ending kept. */
export function plainFileName(given: string | undefined): string {
  const last = (given ?? '').split(/[/\\]/).at(-1) ?? '';
  const name = last.replaceAll(UNPRINTABLE, '').trim().replace(/^\.+/, '');
  if (name === '') return 'file';
  const characters = [...name];
  if (characters.length <= LONGEST) return name;
  const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(name)?.[0] ?? '';
  return characters.slice(0, LONGEST - ending.length).join('') + ending;
}

export type Disposition = 'attachment' | 'inline';

/** Content-Disposition with a name for old programs and, after RFC 5987, the real one. */
export function contentDisposition(disposition: Disposition, name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]/gu, '_').replaceAll(/["\\%]/g, '_');
  const real = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${disposition}; filename="${plain}"; filename*=UTF-8''${real}`;
}
