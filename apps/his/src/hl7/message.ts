import { unescape, unescapeText, type DecodeBytes, type Delimiters } from './escapes.rules.js';
import type { Told } from './vocabulary.js';

/** What is needed to read a leaf value. */
export interface Reading {
  readonly delimiters: Delimiters;
  readonly decodeBytes: DecodeBytes;
}

const DELETED = '""';
/** More than any real field has; a hostile one with millions must not hold up the other senders. */
const MAX_REPETITIONS = 500;

/** One repetition of a field; components and subcomponents are counted from 1, as in the standard. */
export class Repetition {
  constructor(
    readonly raw: string,
    private readonly reading: Reading,
  ) {}

  text(component = 1, subcomponent = 1): Told<string> {
    if (this.raw === DELETED) return null;
    const { delimiters, decodeBytes } = this.reading;
    const whole = this.raw.split(delimiters.component)[component - 1] ?? '';
    if (whole === DELETED) return null;
    const raw = whole.split(delimiters.subcomponent)[subcomponent - 1] ?? '';
    if (raw === DELETED) return null;
    return unescape(raw, delimiters, decodeBytes).trim() || undefined;
  }

  /** All of it as one text: in ST, TX and FT many senders write `^` and `&` as they are. */
  whole(): Told<string> {
    if (this.raw === DELETED) return null;
    return unescapeText(this.raw, this.reading.delimiters, this.reading.decodeBytes).trim() || undefined;
  }
}

export class Segment {
  /** `fields[n]` is field n as it was written; `sequence` counts segments of this name from 1. */
  constructor(
    readonly name: string,
    readonly sequence: number,
    private readonly fields: readonly string[],
    private readonly reading: Reading,
  ) {}

  get delimiters(): Delimiters {
    return this.reading.delimiters;
  }

  raw(field: number): string {
    return this.fields[field] ?? '';
  }

  /** The repetitions that say something; none for an empty field. */
  repetitions(field: number): readonly Repetition[] {
    const parts = this.raw(field).split(this.reading.delimiters.repetition, MAX_REPETITIONS);
    return parts.filter((part) => part.trim() !== '').map((part) => new Repetition(part, this.reading));
  }

  /** A field of text, however many repetitions it has: each is a line. Undefined when it says nothing. */
  lines(field: number): string | undefined {
    const { delimiters, decodeBytes } = this.reading;
    const parts = this.raw(field).split(delimiters.repetition);
    const lines = parts.map((part) => unescapeText(part, delimiters, decodeBytes).trimEnd());
    const text = lines.filter((line) => line !== DELETED).join('\n');
    return text.trim() === '' ? undefined : text.replace(/^\n+|\n+$/g, '');
  }

  /** A value of the field's first repetition. */
  text(field: number, component = 1, subcomponent = 1): Told<string> {
    return this.repetitions(field)[0]?.text(component, subcomponent);
  }

  /** The same where a deletion and an empty field come to the same. */
  value(field: number, component = 1, subcomponent = 1): string | undefined {
    return this.text(field, component, subcomponent) ?? undefined;
  }
}

export class Hl7Message {
  constructor(
    readonly delimiters: Delimiters,
    readonly segments: readonly [Segment, ...Segment[]],
  ) {}

  get header(): Segment {
    return this.segments[0];
  }

  first(name: string): Segment | undefined {
    return this.segments.find((segment) => segment.name === name);
  }

  all(name: string): readonly Segment[] {
    return this.segments.filter((segment) => segment.name === name);
  }
}
