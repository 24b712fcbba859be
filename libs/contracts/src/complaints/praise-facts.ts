import { ArrayMaxSize, IsArray, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { PRAISE_KINDS, type PraiseKind } from '../vocabulary/praise.js';

/** What every event of praise says: whom it is for, none of the words. */
export class PraiseFacts {
  @IsUUID() praiseId!: string;
  @IsIn(PRAISE_KINDS) kind!: PraiseKind;
  /** When the hospital got it. */
  @IsISO8601() receivedAt!: string;
  @IsOptional() @IsString() @Length(1, 60) departmentCode?: string;
  /** Members of staff praised by name. */
  @IsArray() @ArrayMaxSize(20) @IsUUID(undefined, { each: true }) staffMemberIds!: string[];
  @IsISO8601() at!: string;
}

export const EXAMPLE_PRAISE: PraiseFacts = {
  praiseId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fd201',
  kind: 'banner',
  receivedAt: '2026-03-05T15:00:00+08:00',
  departmentCode: 'XXGNK',
  staffMemberIds: ['0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01'],
  at: '2026-03-06T10:00:00+08:00',
};
