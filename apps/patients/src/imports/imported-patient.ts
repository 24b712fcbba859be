import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { PatientChange, RecordNumber } from '../people/people.dto.js';

/** One line of a file, under the rules that hold for what an agent writes. */
export class ImportedPatient extends PatientChange {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  id?: string;

  @ApiPropertyOptional({ type: [RecordNumber] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => RecordNumber)
  identifiers?: RecordNumber[];
}
