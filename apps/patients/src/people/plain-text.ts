import { applyDecorators } from '@nestjs/common';
import { IsString, Length, Matches, type ValidationOptions } from 'class-validator';

/** Text of a length, without control characters or half surrogates, which no database column can hold. */
export function PlainText(min: number, max: number, options: ValidationOptions = {}): PropertyDecorator {
  return applyDecorators(
    IsString(options),
    Length(min, max, options),
    Matches(/^[^\p{Cc}\p{Cs}]*$/u, { message: 'control-characters', ...options }),
  );
}
