import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsISO8601, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { QuestionContract, questionOf } from '../question-contract.js';
import { ErasedRecordNumber } from './person-erased.v1.js';
import { PersonDataQuestionV1 } from './person-data-question.v1.js';

/** Whose erasure is looked at before anybody decides on it: the record and all merged into it, and their numbers. */
@QuestionContract<ErasurePreviewQuestionV1>({
  name: 'erasure-preview.v1',
  asker: 'patients',
  // Whoever holds something of a person can say what would become of it.
  answerers: questionOf(PersonDataQuestionV1).answerers,
  meaning:
    'What the erasure of one person would remove, empty and keep in the service, a line a table (PT-9): it erases and ' +
    'takes the transaction back. When nobody answers, the preview says so of that service and shows the others.',
  example: {
    patientIds: ['0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c0a'],
    recordNumbers: [{ issuer: 'DEMO-HIS', value: '10023456' }],
    at: '2026-03-02T02:00:00.000Z',
    keepUntil: '2056-02-20T02:00:00.000Z',
  },
})
export class ErasurePreviewQuestionV1 {
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(1_000) @IsUUID('all', { each: true }) patientIds!: string[];
  @IsArray()
  @ArrayMaxSize(1_000)
  @ValidateNested({ each: true })
  @Type(() => ErasedRecordNumber)
  recordNumbers!: ErasedRecordNumber[];
  /** As if it were confirmed then: what is younger stays. */
  @IsISO8601() at!: string;
  /** Until when the law keeps the medical record, sealed; without it everything goes. */
  @IsOptional() @IsISO8601() keepUntil?: string;
}
