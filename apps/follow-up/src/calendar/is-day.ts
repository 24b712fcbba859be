import { IsISO8601, Matches } from 'class-validator';

const DAY = /^[1-9]\d{3}-\d{2}-\d{2}$/;

/** The field is a calendar day, `YYYY-MM-DD`, that there is. */
export function IsDay(options: { each?: boolean } = {}): PropertyDecorator {
  return (target, property) => {
    Matches(DAY, options)(target, property);
    IsISO8601({ strict: true }, { ...options, message: 'calendar-day' })(target, property);
  };
}
