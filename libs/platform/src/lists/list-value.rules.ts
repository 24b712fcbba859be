import type { Literal } from './filter-tree.js';
import type { FieldType, ListField } from './list-field.rules.js';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const DATE = /^(?!0000)(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

const FITS: Record<FieldType, (value: Literal) => boolean> = {
  string: (value) => typeof value === 'string' && value.isWellFormed() && !value.includes('\0'),
  enum: (value) => typeof value === 'string',
  uuid: (value) => typeof value === 'string' && UUID.test(value),
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  date: (value) => typeof value === 'string' && isDay(value),
  instant: (value) => typeof value === 'string' && isDay(INSTANT.exec(value)?.[1] ?? ''),
  boolean: (value) => typeof value === 'boolean',
};

/** Whether a value, which is not null, can be compared with the field. */
export function fits({ type, values }: Pick<ListField, 'type' | 'values'>, value: Literal): boolean {
  return FITS[type](value) && (values === undefined || values.includes(String(value)));
}

/** As it goes to the database. Times go as they were written: a Date would lose their microseconds. */
export function boundAs(value: Literal): string | boolean {
  return typeof value === 'boolean' ? value : String(value);
}

function isDay(text: string): boolean {
  const [year, month, day] = (DATE.exec(text) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
