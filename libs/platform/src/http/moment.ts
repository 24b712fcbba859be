import { Temporal } from 'temporal-polyfill';
import { ValidateBy } from 'class-validator';

/** RFC 3339, seconds if one likes. What else ISO 8601 knows (weeks, day 061, hours alone) not every reader knows. */
const FORM = /^[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A moment of the calendar, with its offset; undefined for any other text, the 31st of February too. */
export function momentIn(text: string): Date | undefined {
  if (!FORM.test(text)) return undefined;
  try {
    return new Date(Temporal.Instant.from(text).epochMilliseconds);
  } catch {
    // No such day, hour or offset.
    return undefined;
  }
}

/** The field is a moment: `new Date` and PostgreSQL both read it, and alike. */
export function IsMoment(): PropertyDecorator {
  return ValidateBy({
    name: 'isRfc3339',
    validator: { validate: (value) => typeof value === 'string' && momentIn(value) !== undefined },
  });
}
