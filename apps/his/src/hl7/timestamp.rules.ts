import { Temporal } from 'temporal-polyfill';

export type Precision = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'fraction';

/** A time as a sender knew it: the start of the stated period, with the offset it was written or meant in. */
export interface Hl7Time {
  /** ISO 8601 with offset, for instance `2026-01-31T10:00:00+08:00`. */
  readonly iso: string;
  readonly precision: Precision;
}

interface Parts {
  readonly digits: readonly (string | undefined)[];
  readonly fraction: string;
  readonly offset?: string;
}

const COMPACT = /^(\d{4})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:\.(\d{1,9}))?)?)?)?)?)?([+-]\d{4})?$/;
const WRITTEN_OUT =
  /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?)?(Z|[+-]\d{2}:?\d{2})?$/;
const PRECISIONS: readonly Precision[] = ['year', 'month', 'day', 'hour', 'minute', 'second'];

/**
 * Reads an HL7 TS/DTM (`20260131`, `198908181126+0215`, `20210817151943.4+0200`) and the ISO-like forms Chinese senders
 * use (`1977-01-01`, `2026/1/31 10:00`). Without an offset it is meant in `zone`. `undefined`: no such moment exists.
 */
export function parseHl7Time(text: string, zone: string): Hl7Time | undefined {
  const parts = split(text);
  const local = parts && localTime(parts);
  if (!parts || !local) return undefined;
  try {
    const moment = local.toZonedDateTime(parts.offset ?? zone);
    return { iso: moment.toString({ timeZoneName: 'never' }), precision: precisionOf(parts) };
  } catch {
    return undefined;
  }
}

/**
 * Reads a calendar date, as precise as it was stated (`1970`, `1970-05`, `1970-05-01`). A time of day or an offset beside
 * a birth date (`19280410000000`) is noise and never moves the day.
 */
export function parseHl7Date(text: string): string | undefined {
  const parts = split(text);
  const local = parts && localTime(parts);
  if (!parts || !local) return undefined;
  const length = { year: 4, month: 7 }[precisionOf(parts) as string] ?? 10;
  return local.toPlainDate().toString().slice(0, length);
}

/** An HL7 DTM to the second in the zone given, for the MSH-7 of an answer. */
export function formatHl7Time(now: Date, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const date = local.toPlainDateTime().toString({ smallestUnit: 'second' }).replace(/[-:T]/g, '');
  return `${date}${local.offset.replace(':', '')}`;
}

function split(text: string): Parts | undefined {
  const match = COMPACT.exec(text) ?? WRITTEN_OUT.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  return { digits: [year, month, day, hour, minute, second], fraction: fraction ?? '', offset: isoOffset(offset) };
}

function isoOffset(offset: string | undefined): string | undefined {
  if (offset === undefined || offset === '') return undefined;
  return offset === 'Z' ? '+00:00' : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
}

function localTime({ digits, fraction }: Parts): Temporal.PlainDateTime | undefined {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = digits.map((d) =>
    d ? Number(d) : undefined,
  );
  const [millisecond, microsecond, nanosecond] = [0, 3, 6].map((i) => Number(fraction.padEnd(9, '0').slice(i, i + 3)));
  // There is no year 0, and PostgreSQL has no date in it.
  if (year === 0) return undefined;
  const fields = { year, month, day, hour, minute, second, millisecond, microsecond, nanosecond };
  try {
    return Temporal.PlainDateTime.from(fields, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

function precisionOf({ digits, fraction }: Parts): Precision {
  if (fraction !== '') return 'fraction';
  return PRECISIONS[digits.filter((digit) => digit !== undefined).length - 1] ?? 'year';
}
