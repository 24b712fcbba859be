import { Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsString, Length, Matches } from 'class-validator';

const CODE = /^[a-z][a-z0-9-]{1,39}$/;

export class NewCannedReply {
  @ApiProperty({ example: 'received', pattern: CODE.source }) @Matches(CODE) code!: string;
  @ApiProperty({ example: '已受理', maxLength: 60 }) @IsString() @Length(1, 60) titleZh!: string;
  @ApiProperty({ example: 'Received', maxLength: 120 }) @IsString() @Length(1, 120) titleEn!: string;
  @ApiProperty({ example: '您好，您反映的情况我们已记录。', maxLength: 1000 })
  @IsString()
  @Length(1, 1000)
  textZh!: string;
  @ApiProperty({ example: 'We have recorded what you told us.', maxLength: 2000 })
  @IsString()
  @Length(1, 2000)
  textEn!: string;
}

export class CannedReplyChange {
  @ApiPropertyOptional({ example: '已受理', maxLength: 60 }) @Stated() @IsString() @Length(1, 60) titleZh?: string;
  @ApiPropertyOptional({ example: 'Received', maxLength: 120 }) @Stated() @IsString() @Length(1, 120) titleEn?: string;
  @ApiPropertyOptional({ example: '您好，已受理。', maxLength: 1000 })
  @Stated()
  @IsString()
  @Length(1, 1000)
  textZh?: string;

  @ApiPropertyOptional({ example: 'We have recorded it.', maxLength: 2000 })
  @Stated()
  @IsString()
  @Length(1, 2000)
  textEn?: string;

  @ApiPropertyOptional({ example: false, description: 'False: offered no more.' })
  @Stated()
  @IsBoolean()
  active?: boolean;
}

export class CannedReply extends NewCannedReply {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fa001' }) id!: string;
  @ApiProperty({ example: true, description: 'False: offered no more.' }) active!: boolean;
  @ApiProperty({ example: 1, description: 'Grows with each change; send `If-Match: "<version>"` to change it.' })
  version!: number;
}

export class CannedReplyPage {
  @ApiProperty({ type: [CannedReply] }) items!: CannedReply[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null on the last page.' })
  nextCursor!: string | null;
}
