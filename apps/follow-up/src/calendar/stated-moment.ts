import { Problem } from '#platform';
import { momentOf } from './hospital-day.rules.js';

/**
 * A moment that a request states in a field, which is checked to be one already.
 * @throws Problem 400 for one that no hospital means: beyond it days neither compare as texts nor fit the database
 */
export function statedMoment(text: string, zone: string, field: string): Date {
  try {
    return momentOf(text, zone);
  } catch (error) {
    if (error instanceof RangeError) throw Problem.invalid([{ field, code: 'moment-implausible' }]);
    throw error;
  }
}
