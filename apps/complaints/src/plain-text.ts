import { applyDecorators } from '@nestjs/common';
import { IsString, Length, Matches } from 'class-validator';

/** A million yuan: more is a slip of the finger. */
export const MOST_FEN = 100_000_000;

/** Text that says something, without control characters or half surrogates, which no database column can hold. */
export function PlainText(min: number, max: number): PropertyDecorator {
  return applyDecorators(
    IsString(),
    Length(min, max),
    Matches(/\S/, { message: 'blank' }),
    Matches(/^[^\p{Cc}\p{Cs}]*$/u, { message: 'control-characters' }),
  );
}

/** As `PlainText`, with lines and tabs: what people write at length. */
export function Prose(min: number, max: number): PropertyDecorator {
  return applyDecorators(
    IsString(),
    Length(min, max),
    Matches(/\S/, { message: 'blank' }),
    Matches(/^(?:[\n\r\t]|[^\p{Cc}\p{Cs}])*$/u, { message: 'control-characters' }),
  );
}
