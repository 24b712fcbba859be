import { Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, Min } from 'class-validator';
import { PlainText, Prose } from '../plain-text.js';
import { TEAM, type TeamSeat } from './statement.rules.js';

const CRISIS = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f31';
const ACCOUNT = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01';
const AN_INSTANT = { type: String, format: 'date-time', nullable: true } as const;
const WORDING_ZH = '我院已成立专班核查，对给患者造成的不便深表歉意。';
const WORDING_EN = 'We have set up a team to find out what happened, and we are sorry.';

export class NewCrisis {
  @ApiProperty({
    description: 'Without names of patients: it stands in notifications.',
    example: '门诊排队视频引发关注',
  })
  @PlainText(1, 100)
  title!: string;

  @ApiProperty({ description: 'What is known, and where it is talked about.', example: '抖音视频两小时播放十万次。' })
  @Prose(1, 5_000)
  description!: string;
}

export class NewStatement {
  @ApiProperty({
    description: 'The version it was written from; 0 for the first. Of two who edit at once one is refused.',
    example: 0,
  })
  @IsInt()
  @Min(0)
  basedOn!: number;

  @ApiProperty({ description: 'What happened, as it was found out.', example: '当日挂号系统中断 40 分钟。' })
  @Prose(1, 10_000)
  facts!: string;
  @ApiProperty({ description: 'What is put right.', example: '已增设人工窗口，系统已扩容。' })
  @Prose(1, 10_000)
  correction!: string;
  @ApiProperty({ description: 'What is offered; say so when nothing is.', example: '当日患者免收停车费。' })
  @Prose(1, 10_000)
  compensation!: string;
  @ApiProperty({ description: 'What everybody says, in Chinese.', example: WORDING_ZH })
  @Prose(1, 5_000)
  wordingZh!: string;
  @ApiProperty({ description: 'And in English.', example: WORDING_EN }) @Prose(1, 5_000) wordingEn!: string;
}

export class NewApproval {
  @ApiProperty({ enum: TEAM, description: 'For whom: service is for centre managers.', example: 'legal' })
  @IsIn(TEAM)
  seat!: TeamSeat;
}

export class ClosedCrisis {
  @ApiPropertyOptional({ description: 'How it ended, without names of patients.', example: '舆情已平息。' })
  @Stated()
  @Prose(1, 2_000)
  outcome?: string;
}

export class ApprovalView {
  @ApiProperty({ enum: TEAM, example: 'legal' }) seat!: TeamSeat;
  @ApiProperty({ description: 'Account.', example: ACCOUNT }) by!: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-22T03:15:00.000Z' }) at!: string;
}

export class StatementView {
  @ApiProperty({ example: 1 }) version!: number;
  @ApiProperty({ example: '当日挂号系统中断 40 分钟。' }) facts!: string;
  @ApiProperty({ example: '已增设人工窗口，系统已扩容。' }) correction!: string;
  @ApiProperty({ example: '当日患者免收停车费。' }) compensation!: string;
  @ApiProperty({ example: WORDING_ZH }) wordingZh!: string;
  @ApiProperty({ example: WORDING_EN }) wordingEn!: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-22T03:00:00.000Z' }) writtenAt!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Account.', example: ACCOUNT }) writtenBy!: string | null;
  @ApiProperty({ type: [ApprovalView], description: 'Of exactly this version.' }) approvals!: ApprovalView[];
  @ApiProperty({ enum: TEAM, isArray: true, description: 'Who has not approved this version.', example: ['service'] })
  missing!: TeamSeat[];
}

export class CrisisView {
  @ApiProperty({ format: 'uuid', example: CRISIS }) id!: string;
  @ApiProperty({ example: '门诊排队视频引发关注' }) title!: string;
  @ApiProperty({ example: '抖音视频两小时播放十万次。' }) description!: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-22T02:15:00.000Z' }) declaredAt!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Account.', example: ACCOUNT }) declaredBy!: string | null;
  @ApiProperty({
    format: 'date-time',
    description: 'Facts, correction and compensation are to be agreed by then.',
    example: '2026-11-22T04:15:00.000Z',
  })
  statementBy!: string;
  @ApiProperty({ description: 'Of the statement; 0: nothing is written yet.', example: 2 }) newestVersion!: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'The one wording for all; a newer draft does not take it away.',
    example: 1,
  })
  approvedVersion!: number | null;
  @ApiProperty({ ...AN_INSTANT, example: '2026-11-22T03:30:00.000Z' }) approvedAt!: string | null;
  @ApiProperty({ ...AN_INSTANT, description: 'Null: it goes on.', example: null }) closedAt!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'How it ended, without names of patients.', example: null })
  outcome!: string | null;
}

export class CrisisPage {
  @ApiProperty({ type: [CrisisView] }) items!: CrisisView[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}

export class StatementHistory {
  @ApiProperty({ type: [StatementView], description: 'The newest first; at most 200.' }) versions!: StatementView[];
}

export class Wording {
  @ApiProperty({ format: 'uuid', example: CRISIS }) crisisId!: string;
  @ApiProperty({ example: '门诊排队视频引发关注' }) title!: string;
  @ApiProperty({ example: 1 }) version!: number;
  @ApiProperty({ example: WORDING_ZH }) wordingZh!: string;
  @ApiProperty({ example: WORDING_EN }) wordingEn!: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-22T03:30:00.000Z' }) approvedAt!: string;
}

export class Wordings {
  @ApiProperty({ type: [Wording], description: 'Of crises that go on, the newest first.' }) wordings!: Wording[];
}
