import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsString, IsUUID, Length, ValidateNested } from 'class-validator';
import { QuestionContract } from '../question-contract.js';

/** A number by which an issuing system knows the person. */
export class KnownRecordNumber {
  @IsString() @Length(1, 200) issuer!: string;
  @IsString() @Length(1, 200) value!: string;
}

/** Whose data is asked for: the record and all merged into it, and the numbers other systems know them by. */
@QuestionContract<PersonDataQuestionV1>({
  name: 'person-data.v1',
  asker: 'patients',
  answerers: ['staff', 'follow-up', 'complaints', 'his'],
  meaning:
    'All that the service holds about one person, as lines, for the package the person asked for (PT-9). ' +
    'When nobody answers, the package waits and the question is asked again.',
  example: {
    patientIds: ['0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c0a'],
    recordNumbers: [{ issuer: 'DEMO-HIS', value: '10023456' }],
  },
})
export class PersonDataQuestionV1 {
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(1_000) @IsUUID(undefined, { each: true }) patientIds!: string[];
  @IsArray()
  @ArrayMaxSize(10_000)
  @ValidateNested({ each: true })
  @Type(() => KnownRecordNumber)
  recordNumbers!: KnownRecordNumber[];
}
