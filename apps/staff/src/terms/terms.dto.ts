import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsString, Length, Matches } from 'class-validator';

export const TERM_CODE = /^[a-z0-9][a-z0-9-]{0,39}$/;
const KINDS = ['titles', 'skills'] as const;

export class TermKindParams {
  @ApiProperty({ enum: KINDS, example: 'skills' }) @IsIn(KINDS) kind!: (typeof KINDS)[number];
}

export class TermParams extends TermKindParams {
  @ApiProperty({ example: 'chest-pain', pattern: TERM_CODE.source }) @Matches(TERM_CODE) code!: string;
}

export class SaveTerm {
  @ApiProperty({ example: '胸痛', minLength: 1, maxLength: 60 }) @IsString() @Length(1, 60) nameZh!: string;
  @ApiProperty({ example: 'Chest pain', minLength: 1, maxLength: 60 }) @IsString() @Length(1, 60) nameEn!: string;
  @ApiPropertyOptional({ default: true, description: 'false: nobody new gets it; who has it keeps it.' })
  @IsBoolean()
  active: boolean = true;
}

export class Term {
  @ApiProperty({ example: 'chest-pain' }) code!: string;
  @ApiProperty({ example: '胸痛' }) nameZh!: string;
  @ApiProperty({ example: 'Chest pain' }) nameEn!: string;
  @ApiProperty({ example: true }) active!: boolean;
  @ApiProperty({ example: 1, description: 'Grows with each change; also the ETag.' }) version!: number;
}

export class TermList {
  @ApiProperty({ type: [Term] }) items!: Term[];
}
