import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

export const FILTER_LENGTH = 2_000;
export const SORT_LENGTH = 200;
export const CURSOR_LENGTH = 2_000;

/** What every list takes; `@Lists` documents it, with the fields of the list. */
export class ListQuery {
  @IsOptional()
  @IsString()
  @Length(1, FILTER_LENGTH)
  filter?: string;

  @IsOptional()
  @IsString()
  @Length(1, SORT_LENGTH)
  sort?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;

  @IsOptional()
  @IsString()
  @Length(1, CURSOR_LENGTH)
  cursor?: string;
}
