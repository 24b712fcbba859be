import { ApiProperty } from '@nestjs/swagger';

export class RetentionRuleState {
  @ApiProperty({ example: 'outbox' }) name!: string;
  @ApiProperty({ example: 'outbox' }) table!: string;
  @ApiProperty({ example: 35, description: 'Days a row is kept.' }) days!: number;
  @ApiProperty({ type: String, nullable: true, example: 'OUTBOX_RETENTION_DAYS', description: 'Null: it is fixed.' })
  setting!: string | null;
  @ApiProperty({ example: 'republish needs it' }) reason!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Of the latest run; null: none yet.' })
  startedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null while it runs.' })
  finishedAt!: string | null;
  @ApiProperty({ example: 48_210, description: 'Rows the latest run removed.' }) removed!: number;
  @ApiProperty({ example: 1_204_331, description: 'Rows removed ever.' }) removedEver!: number;
  @ApiProperty({ type: String, nullable: true, description: 'Why the latest run failed.' }) error!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Age of the oldest row that the rule may remove; null when there is none.',
  })
  oldestRow!: string | null;
}

export class KeptTableState {
  @ApiProperty({ example: 'encounter' }) table!: string;
  @ApiProperty({ example: 'as long as the medical record' }) reason!: string;
}

export class RetentionState {
  @ApiProperty({ type: [RetentionRuleState] }) rules!: RetentionRuleState[];
  @ApiProperty({ type: [KeptTableState], description: 'Tables that no rule removes from, and why.' })
  kept!: KeptTableState[];
}

export class RetentionStarted {
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    example: '019aab3e-1380-7a6d-9a7e-02b1c9d0a3f1',
    description: 'The job that enforces the rules now; null when one waits or runs already.',
  })
  job!: string | null;
}
