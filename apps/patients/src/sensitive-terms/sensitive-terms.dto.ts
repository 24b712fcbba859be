import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';
import { PlainText } from '../people/plain-text.js';
import { SENSITIVE_TERM_KINDS, type SensitiveTermKind } from './sensitive-term.entity.js';

const KIND = {
  enum: SENSITIVE_TERM_KINDS,
  description:
    'code: the beginning of a code of the examination, a value of it, or a drug (LOINC, ATC, the laboratory’s own); ' +
    'word: anywhere in a name of them; department: the beginning of the national code of the visit’s department.',
  example: 'word',
} as const;
const TERM = { description: 'Upper and lower case are one.', maxLength: 100, example: '乙肝' };

export class SensitiveTerm {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c51' }) id!: string;
  @ApiProperty(KIND) kind!: SensitiveTermKind;
  @ApiProperty(TERM) term!: string;
  @ApiProperty({ description: 'What it stands for.', example: '病毒性肝炎' }) meaningZh!: string;
  @ApiProperty({ description: 'What it stands for.', example: 'viral hepatitis' }) meaningEn!: string;
  @ApiProperty({ description: 'Makes nothing sensitive any more.', example: false }) retired!: boolean;
  @ApiProperty({ description: 'For If-Match.', example: 1 }) version!: number;
}

export class SensitiveTermPage {
  @ApiProperty({ type: [SensitiveTerm] }) items!: SensitiveTerm[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}

export class NewSensitiveTerm {
  @ApiProperty(KIND) @IsIn(SENSITIVE_TERM_KINDS) kind!: SensitiveTermKind;
  // A space at an end would be looked for, and not be seen.
  @ApiProperty(TERM)
  @PlainText(1, 100)
  @Matches(/^\S(?:.*\S)?$/u, { message: 'blank' })
  term!: string;
  @ApiProperty({ example: '病毒性肝炎' }) @PlainText(1, 100) @Matches(/\S/, { message: 'blank' }) meaningZh!: string;
  @ApiProperty({ example: 'viral hepatitis' })
  @PlainText(1, 100)
  @Matches(/\S/, { message: 'blank' })
  meaningEn!: string;
}

export class SensitiveTermChange {
  @ApiPropertyOptional({ example: '病毒性肝炎' })
  @IsOptional()
  @PlainText(1, 100)
  @Matches(/\S/, { message: 'blank' })
  meaningZh?: string;
  @ApiPropertyOptional({ example: 'viral hepatitis' })
  @IsOptional()
  @PlainText(1, 100)
  @Matches(/\S/, { message: 'blank' })
  meaningEn?: string;
  @ApiPropertyOptional({
    description: 'true: nothing is sensitive by it any more, also of what is there already. false: in use again.',
    example: true,
  })
  @IsOptional()
  @IsBoolean()
  retired?: boolean;
}
