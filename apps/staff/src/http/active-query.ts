import { ListQuery } from '#platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';

/** Of a list that leaves out what is no longer in use, unless asked for it. */
export class ActiveQuery extends ListQuery {
  @ApiPropertyOptional({ type: Boolean, default: false, description: 'Those no longer in use too.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  includeInactive: boolean = false;
}
