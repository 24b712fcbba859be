import { ValidateBy } from 'class-validator';

const MAX_ENTRIES = 2_000;
const MAX_LENGTH = 120;

/**
 * The property is an object from texts to values of this kind, for instance local code → national code.
 * @param description the values allowed, or a term of the catalogue
 */
export function IsTable(description: string, isValue: (value: unknown) => boolean): PropertyDecorator {
  return ValidateBy({
    name: 'isTable',
    constraints: [description, MAX_ENTRIES],
    validator: {
      validate: (table: unknown) => isTable(table, isValue),
    },
  });
}

export const isCode = (value: unknown): boolean =>
  typeof value === 'string' && value.length > 0 && value.length <= MAX_LENGTH;

function isTable(table: unknown, isValue: (value: unknown) => boolean): boolean {
  if (typeof table !== 'object' || table === null || Array.isArray(table)) return false;
  const entries = Object.entries(table);
  return entries.length <= MAX_ENTRIES && entries.every(([key, value]) => isCode(key) && isValue(value));
}
