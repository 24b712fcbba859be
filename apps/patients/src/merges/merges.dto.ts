import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { Personal } from '#platform';
import { PlainText } from '../people/plain-text.js';
import { MERGE_CAUSES, type MergeCause } from './person-merge.entity.js';

const NOT_BLANK = /\S/;

export class NewMerge {
  @ApiProperty({ format: 'uuid', description: 'The record that will answer with this one.' })
  @IsUUID()
  retiredId!: string;

  @ApiProperty({ description: 'Why they are one person.', example: '同一人两次建档，已电话核实' })
  @PlainText(1, 500)
  @Matches(NOT_BLANK, { message: 'blank' })
  reason!: string;
}

/** Who keeps a national ID that both records told. */
export const ID_KEEPERS = ['survivor', 'retired'] as const;

export class UndoMerge {
  @ApiProperty({ description: 'Why they are two persons.', example: '同名同生日的两个人' })
  @PlainText(1, 500)
  @Matches(NOT_BLANK, { message: 'blank' })
  reason!: string;

  @ApiPropertyOptional({
    enum: ID_KEEPERS,
    description: 'Needed when both told the same national ID; it becomes an unverified document of the other.',
    example: 'survivor',
  })
  @IsOptional()
  @IsIn(ID_KEEPERS)
  keepsNationalId?: (typeof ID_KEEPERS)[number];
}

export class Merge {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c31' }) id!: string;
  @ApiProperty({ format: 'uuid', description: 'May itself be merged into another since.' }) survivorId!: string;
  @ApiProperty({ format: 'uuid' }) retiredId!: string;
  @ApiProperty({
    enum: MERGE_CAUSES,
    description: 'his: told by A40. agent: told by somebody of the centre.',
    example: 'agent',
  })
  cause!: MergeCause;
  @Personal('free-text') @ApiProperty({ type: String, nullable: true, example: '同一人两次建档' }) reason!:
    string | null;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) mergedAt!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Account; null when a report did it.', example: null })
  mergedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) undoneAt!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null }) undoneBy!: string | null;
  @Personal('free-text') @ApiProperty({ type: String, nullable: true, example: null }) undoReason!: string | null;
}

export class MergePage {
  @ApiProperty({ type: [Merge] }) items!: Merge[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}
