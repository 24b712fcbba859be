import { ValidateIf } from 'class-validator';

/** Of an optional field: left out it is checked by nothing; null is no way to leave it out, and is refused by the rest. */
export function Stated(): PropertyDecorator {
  return ValidateIf((_object, value) => value !== undefined);
}
