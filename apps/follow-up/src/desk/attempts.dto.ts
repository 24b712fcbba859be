import { IsMoment, Personal, Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Length,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ATTEMPT_OUTCOMES, type AttemptOutcome } from '../calls/attempt.rules.js';
import { Task } from '../tasks/tasks.dto.js';

const OUTCOME_MEANS =
  'reached, wrong-number, refused: the task ends. no-answer, busy: it is called again, after the last time a message goes out instead. call-later: it is called again at `callLaterAt`.';

export class GivenAnswers {
  @ApiPropertyOptional({ example: 1, minimum: 1, description: 'Version of the questionnaire that was read out.' })
  @Stated()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version?: number;

  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    example: [{ linkId: 'recovery', answer: [{ valueInteger: 4 }] }],
    description: 'As FHIR R4’s QuestionnaireResponse.item.',
  })
  @IsArray()
  @ArrayMaxSize(500)
  items!: object[];
}

export class NewAttempt {
  @ApiProperty({ enum: ATTEMPT_OUTCOMES, example: 'no-answer', description: OUTCOME_MEANS })
  @IsIn(ATTEMPT_OUTCOMES)
  outcome!: AttemptOutcome;

  @ApiPropertyOptional({ example: '家属接听，患者外出。', maxLength: 2000 })
  @Stated()
  @IsString()
  @Length(1, 2000)
  note?: string;

  @ApiPropertyOptional({
    format: 'date-time',
    example: '2026-03-05T15:00:00+08:00',
    description: 'With call-later, and only then: when the patient wants to be called.',
  })
  @ValidateIf((body: NewAttempt) => body.outcome === 'call-later' || body.callLaterAt !== undefined)
  @IsMoment()
  callLaterAt?: string;

  @ApiPropertyOptional({
    type: GivenAnswers,
    description: 'What the patient answered to the questionnaire of the task; with reached only.',
  })
  @Stated()
  @ValidateNested()
  @Type(() => GivenAnswers)
  answers?: GivenAnswers;
}

export class Attempt {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c21' }) id!: string;
  @ApiProperty({ example: 1, description: 'Which of the task, from 1.' }) number!: number;
  @ApiProperty({ format: 'date-time', example: '2026-03-05T02:15:00.000Z' }) at!: string;
  @ApiProperty({ enum: ATTEMPT_OUTCOMES, example: 'no-answer' }) outcome!: AttemptOutcome;
  @Personal('free-text') @ApiProperty({ type: String, nullable: true, example: null }) note!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  callLaterAt!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2026-03-06T06:00:00.000Z',
    description: 'When the next call was due after it; null when the task ended with it.',
  })
  nextAt!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null, description: 'The answers given.' })
  responseId!: string | null;
  @ApiProperty({
    example: false,
    description: 'True: the task had closed, or another nurse had it by then; the record is kept and changed nothing.',
  })
  late!: boolean;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Account id.' }) byId!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '李护士' }) byName!: string | null;
}

export class Attempts {
  @ApiProperty({ type: [Attempt], description: 'Oldest first.' }) items!: Attempt[];
}

export class RecordedAttempt {
  @ApiProperty({ type: Attempt }) attempt!: Attempt;
  @ApiProperty({ type: Task, description: 'As it stands after it.' }) task!: Task;
}
