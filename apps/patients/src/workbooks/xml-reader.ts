import { UnreadableWorkbook } from './unreadable-workbook.js';

/** What a reader of XML is told, in the order of the text. Prefixes of names are left out. */
export interface XmlListener {
  /** @param tag all between `<` and `>`, for `attribute` */
  open(name: string, tag: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** A cell holds 32,767 characters at most, escaped or not. */
const LONGEST_PIECE = 1_048_576;
const NAME = /^\/?(?:[^\s/>:]+:)?([^\s/>:]+)/;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/gi;
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Reads XML as it comes. Document types are refused: nothing is ever expanded but single characters. */
export class XmlReader {
  private rest = '';

  constructor(private readonly listener: XmlListener) {}

  /** @throws UnreadableWorkbook */
  push(text: string): void {
    this.rest += text;
    let at = 0;
    for (let next = this.take(at); next !== undefined; next = this.take(at)) at = next;
    this.rest = this.rest.slice(at);
    if (this.rest.length > LONGEST_PIECE) throw new UnreadableWorkbook('workbook-too-large');
  }

  /** @returns where the next piece begins; undefined while more of this one has to come */
  private take(at: number): number | undefined {
    const start = this.rest.indexOf('<', at);
    if (start < 0) return undefined;
    if (start > at) {
      this.listener.text(unescaped(this.rest.slice(at, start)));
      return start;
    }
    if (this.rest[at + 1] === '!') return this.takeMarked(at);
    const end = this.rest.indexOf('>', at);
    if (end < 0) return undefined;
    if (this.rest[at + 1] !== '?') this.tell(this.rest.slice(at + 1, end));
    return end + 1;
  }

  private takeMarked(at: number): number | undefined {
    if (this.rest.length < at + 9) return undefined;
    const isData = this.rest.startsWith('<![CDATA[', at);
    if (!isData && !this.rest.startsWith('<!--', at)) throw new UnreadableWorkbook('workbook-unreadable');
    const end = this.rest.indexOf(isData ? ']]>' : '-->', at + 4);
    if (end < 0) return undefined;
    if (isData) this.listener.text(this.rest.slice(at + 9, end));
    return end + 3;
  }

  private tell(tag: string): void {
    const name = NAME.exec(tag)?.[1];
    if (name === undefined) throw new UnreadableWorkbook('workbook-unreadable');
    if (tag.startsWith('/')) return this.listener.close(name);
    this.listener.open(name, tag);
    if (tag.endsWith('/')) this.listener.close(name);
  }
}

/** Made once: a sheet has millions of tags. */
const PATTERNS = new Map<string, RegExp>();

/** The value of an attribute, its prefix left out; undefined when the tag has none of the name. */
export function attribute(tag: string, name: string): string | undefined {
  let pattern = PATTERNS.get(name);
  if (!pattern) PATTERNS.set(name, (pattern = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)));
  const match = pattern.exec(tag);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : unescaped(value);
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (_, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? '';
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}
