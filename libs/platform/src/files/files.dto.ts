import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import type { Disposition } from './file-name.rules.js';

export const WATCHED_STATES = ['infected', 'pending', 'not-scanned'] as const;
export type WatchedState = (typeof WATCHED_STATES)[number];

export class FileLinkQuery {
  @ApiProperty({ example: 1_772_417_400, description: 'Unix time in seconds until which the link works.' })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(99_999_999_999)
  expires!: number;

  @ApiProperty({ enum: ['attachment', 'inline'], example: 'attachment' })
  @IsIn(['attachment', 'inline'])
  disposition!: Disposition;

  @ApiProperty({ example: 'u1oM1mF0tC7c1Q0eV8m3cO5nJb0pTqk9o2d6r4s8yXk', description: 'HMAC-SHA256, base64url.' })
  @Matches(/^[\w-]{43}$/)
  signature!: string;
}

export class WatchedFilesQuery {
  @ApiProperty({ enum: WATCHED_STATES, example: 'infected' })
  @IsIn(WATCHED_STATES)
  state!: WatchedState;

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}

export class WatchedFile {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c08' }) id!: string;
  @ApiProperty({ example: 'patient-photo' }) use!: string;
  @ApiProperty({ example: 'image/png' }) mediaType!: string;
  @ApiProperty({ example: 48_213, description: 'In bytes.' }) size!: number;
  @ApiProperty({ example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' }) sha256!: string;
  @ApiProperty({ enum: WATCHED_STATES, example: 'infected' }) state!: WatchedState;
  @ApiProperty({ type: String, nullable: true, example: 'Eicar-Test-Signature' }) finding!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'What it belongs to.' })
  owner!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Account id of who sent it.' }) createdBy!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:01.000Z' }) createdAt!: string;
}

export class WatchedFiles {
  @ApiProperty({ type: [WatchedFile] }) items!: WatchedFile[];
}
