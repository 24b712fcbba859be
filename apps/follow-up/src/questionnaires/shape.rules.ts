import type { FieldFault } from '#platform';

/** Finds what is wrong with the shape of a JSON value; `at` is the JSON pointer (RFC 6901) of the value. */
export type Shape = (value: unknown, at: string) => FieldFault[];

interface Member {
  shape: Shape;
  required: boolean;
}

export const must = (shape: Shape): Member => ({ shape, required: true });
export const may = (shape: Shape): Member => ({ shape, required: false });

/** An object of these members and no others. */
export function object(members: Record<string, Member>): Shape {
  const known = new Map(Object.entries(members));
  return (value, at) => {
    if (!isObject(value)) return [{ field: at, code: 'is-object' }];
    const unknown = Object.keys(value).filter((name) => !known.has(name));
    return [
      ...unknown.map((name) => ({ field: `${at}/${escaped(name)}`, code: 'whitelist-validation' })),
      ...[...known].flatMap(([name, { shape, required }]) => {
        if (Object.hasOwn(value, name)) return shape(value[name], `${at}/${name}`);
        return required ? [{ field: `${at}/${name}`, code: 'is-defined' }] : [];
      }),
    ];
  };
}

/** @param sizes the fewest and the most entries; none is looked at when there are too many */
export function list(shape: Shape, [least, most]: [least: number, most: number]): Shape {
  return (value, at) => {
    if (!Array.isArray(value)) return [{ field: at, code: 'is-array' }];
    if (value.length < least) return [{ field: at, code: 'array-min-size', params: { 0: least } }];
    if (value.length > most) return [{ field: at, code: 'array-max-size', params: { 0: most } }];
    return value.flatMap((each, index) => shape(each, `${at}/${index}`));
  };
}

/** Text that is not blank and that the database can keep. */
export function text(most: number): Shape {
  return (value, at) => {
    if (typeof value !== 'string') return [{ field: at, code: 'is-string' }];
    if (value.length > most || value.trim() === '')
      return [{ field: at, code: 'is-length', params: { 0: 1, 1: most } }];
    if (value.includes('\0')) return [{ field: at, code: 'nul-character' }];
    return value.isWellFormed() ? [] : [{ field: at, code: 'half-surrogate' }];
  };
}

export function pattern(regExp: RegExp): Shape {
  return (value, at) => {
    if (typeof value !== 'string') return [{ field: at, code: 'is-string' }];
    return regExp.test(value) ? [] : [{ field: at, code: 'matches', params: { 0: regExp.source } }];
  };
}

export function oneOf(values: readonly string[]): Shape {
  return (value, at) =>
    typeof value === 'string' && values.includes(value) ? [] : [{ field: at, code: 'is-in', params: { 0: values } }];
}

export const truth: Shape = (value, at) => (typeof value === 'boolean' ? [] : [{ field: at, code: 'is-boolean' }]);

/** As far as PostgreSQL, JSON and JavaScript mean the same number. */
const FARTHEST = 1_000_000_000;

export const number: Shape = (value, at) =>
  typeof value === 'number' && Math.abs(value) <= FARTHEST ? [] : [{ field: at, code: 'is-number' }];

export const whole: Shape = (value, at) =>
  Number.isInteger(value) && Math.abs(value as number) <= FARTHEST ? [] : [{ field: at, code: 'is-int' }];

/** A day of the calendar from 1900 to 2199. */
export const day: Shape = (value, at) => (isDay(value) ? [] : [{ field: at, code: 'is-date-string' }]);

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(value)) return false;
  const [year, month, date] = value.split('-').map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return date >= 1 && date <= days;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One step of a JSON pointer (RFC 6901). */
export function escaped(name: string): string {
  return name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1');
}
