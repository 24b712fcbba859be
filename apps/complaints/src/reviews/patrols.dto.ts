import { Personal, Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsOptional, IsUrl, Length, Matches, Max, Min } from 'class-validator';
import { PlainText, Prose } from '../plain-text.js';
import { PATROL_STATUSES, type PatrolStatus } from './patrol.rules.js';

const AN_INSTANT = { type: String, format: 'date-time', nullable: true } as const;

export class PatrolFindings {
  @ApiProperty({ description: 'Reviews and complaints that were new.', example: 2 })
  @IsInt()
  @Min(0)
  @Max(100_000)
  found!: number;

  @ApiPropertyOptional({ description: 'What was seen, in words.', example: '两条差评，均已登记。' })
  @Stated()
  @Prose(1, 2_000)
  findings?: string;
}

export class PatrolView {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f41' }) id!: string;
  @ApiProperty({ example: 'dianping' }) platform!: string;
  @ApiProperty({ format: 'date', description: 'Of the hospital.', example: '2026-11-22' }) day!: string;
  @ApiProperty({
    enum: PATROL_STATUSES,
    description: '`late`: done after its day. `missed`: over and not done.',
    example: 'open',
  })
  status!: PatrolStatus;
  @ApiProperty({ ...AN_INSTANT, example: null }) doneAt!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Account of who did it.', example: null }) doneBy!:
    string | null;
  @ApiProperty({ type: Number, nullable: true, example: null }) found!: number | null;
  @Personal('free-text') @ApiProperty({ type: String, nullable: true, example: null }) findings!: string | null;
  @ApiProperty({
    ...AN_INSTANT,
    description: 'When the centre manager was told that nobody had done it.',
    example: null,
  })
  reportedAt!: string | null;
}

export class PatrolPage {
  @ApiProperty({ type: [PatrolView] }) items!: PatrolView[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}

class PlatformParts {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Where to look.',
    example: 'https://www.weibo.com',
  })
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true })
  @Length(1, 2_000)
  url?: string | null;
}

/** What may be changed of a platform; left out, it stays as it is. */
export class PlatformChange extends PlatformParts {
  @ApiPropertyOptional({ example: '微博' }) @Stated() @PlainText(1, 60) nameZh?: string;
  @ApiPropertyOptional({ example: 'Weibo' }) @Stated() @PlainText(1, 120) nameEn?: string;
  @ApiPropertyOptional({ description: 'Whether it is looked through every day.', example: true })
  @Stated()
  @IsBoolean()
  active?: boolean;
}

export class NewPlatform extends PlatformParts {
  @ApiProperty({ description: 'Lower-case words joined by hyphens; it stays.', example: 'weibo' })
  @Matches(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { message: 'code-form' })
  @PlainText(1, 60)
  code!: string;

  @ApiProperty({ example: '微博' }) @PlainText(1, 60) nameZh!: string;
  @ApiProperty({ example: 'Weibo' }) @PlainText(1, 120) nameEn!: string;
}

export class PlatformView {
  @ApiProperty({ example: 'weibo' }) code!: string;
  @ApiProperty({ description: 'The ETag without its quotes.', example: 1 }) version!: number;
  @ApiProperty({ example: '微博' }) nameZh!: string;
  @ApiProperty({ example: 'Weibo' }) nameEn!: string;
  @ApiProperty({ type: String, nullable: true, example: 'https://www.weibo.com' }) url!: string | null;
  @ApiProperty({ example: true }) active!: boolean;
}

export class PlatformPage {
  @ApiProperty({ type: [PlatformView] }) items!: PlatformView[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}
