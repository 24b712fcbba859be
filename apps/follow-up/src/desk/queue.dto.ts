import { Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { Task } from '../tasks/tasks.dto.js';

const NONE = ['nothing-waiting', 'ask-again', 'quiet-hours', 'holiday'] as const;
const NONE_MEANS =
  'Why there is no task. ask-again: 100 patients were put off who are not to be called right now; the next request goes on.';
export type NoTask = (typeof NONE)[number];

export const GIVE_BACK_REASONS = ['interrupted', 'not-my-skill', 'knows-the-patient', 'end-of-shift', 'other'] as const;
export type GiveBackReason = (typeof GIVE_BACK_REASONS)[number];

export class NextTask {
  @ApiProperty({ type: Task, nullable: true, description: 'Yours until `claimedUntil`, and nobody else’s.' })
  task!: Task | null;
  @ApiProperty({ type: String, enum: NONE, nullable: true, example: null, description: NONE_MEANS })
  because!: NoTask | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description: 'When routine calls begin again, in quiet hours and on holidays; at once with ask-again.',
  })
  resumesAt!: string | null;
}

export class GiveBack {
  @ApiProperty({ enum: GIVE_BACK_REASONS, example: 'interrupted' })
  @IsIn(GIVE_BACK_REASONS)
  reason!: GiveBackReason;

  @ApiPropertyOptional({ example: '患者要求方言接听。', maxLength: 500 })
  @Stated()
  @IsString()
  @Length(1, 500)
  note?: string;
}
