import { Personal } from '#platform';
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { PlainText } from '../people/plain-text.js';
import { BIRTHDAY_STATUSES, type BirthdayStatus } from './birthday-care.entity.js';

const NOT_BLANK = /\S/;
const BLANK = { message: 'blank' };

export class PreparedGreeting {
  @ApiProperty({ description: 'Written to this person.', example: '祝您生日快乐，身体健康！' })
  @PlainText(1, 500)
  @Matches(NOT_BLANK, BLANK)
  greeting!: string;

  @ApiProperty({ description: 'The doctor who signed it.', example: '李明' })
  @PlainText(1, 60)
  @Matches(NOT_BLANK, BLANK)
  signedBy!: string;
}

export class BirthdayTask {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c41' }) id!: string;
  @ApiProperty({ description: 'The ETag without its quotes.', example: 1 }) version!: number;
  @ApiProperty({ format: 'uuid', description: 'The record it was made for; a merged one answers with the survivor.' })
  patientId!: string;
  @Personal('birth-date')
  @ApiProperty({ format: 'date', description: 'The day it is kept.', example: '2026-12-31' })
  on!: string;
  @ApiProperty({ enum: BIRTHDAY_STATUSES, description: 'missed: the day passed first.', example: 'open' })
  status!: BirthdayStatus;
  @Personal('free-text')
  @ApiProperty({ type: String, nullable: true, example: '祝您生日快乐，身体健康！' })
  greeting!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '李明' }) signedBy!: string | null;
  @ApiProperty({ type: Boolean, description: 'A photo goes with it.', example: false }) hasPhoto!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Account of who prepared it.', example: null })
  preparedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) preparedAt!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the day was told.',
    example: null,
  })
  greetedAt!: string | null;
}

export class BirthdayTaskPage {
  @ApiProperty({ type: [BirthdayTask] }) items!: BirthdayTask[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}
