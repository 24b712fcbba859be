import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { PUBLIC_STATES, type PublicState } from './public-state.rules.js';

/** What the form on the hospital’s website offers. */
export const FORM_KINDS = ['complaint', 'suggestion', 'praise', 'consultation'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

export class PublicComplaint {
  @ApiProperty({ enum: FORM_KINDS, example: 'complaint' }) @IsIn(FORM_KINDS) kind!: FormKind;

  @ApiProperty({
    description: 'What happened, in the writer’s words.',
    example: '三号窗口排队一个半小时。',
    maxLength: 2000,
  })
  @IsString()
  @Length(2, 2_000)
  @Matches(/\S/u, { message: 'text-blank' })
  text!: string;

  @ApiPropertyOptional({ description: 'Where it was, in words.', example: '门诊三楼收费处', maxLength: 120 })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  place?: string;

  @ApiPropertyOptional({ description: 'Who writes; may be left out.', example: '王芳', maxLength: 60 })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  name?: string;

  @ApiPropertyOptional({ description: 'How to answer; may be left out.', example: '13800138000', maxLength: 30 })
  @IsOptional()
  @Matches(/^\+?[\d\s-]{5,29}$/, { message: 'phone-unreadable' })
  phone?: string;

  @ApiPropertyOptional({
    description: 'Hidden on the page and empty when a person sends it: what fills it in is a program.',
    example: '',
    maxLength: 200,
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  leaveEmpty?: string;
}

export class PublicReceipt {
  @ApiProperty({ description: 'As people say it.', example: '2026-000123' }) number!: string;
  @ApiProperty({ description: 'With the number it tells how the complaint stands. Shown once.', example: '7K3QW9ZD2M' })
  checkCode!: string;
}

export class PublicQuestion {
  @ApiProperty({ example: '2026-000123', maxLength: 20 }) @IsString() @Length(6, 20) number!: string;

  @ApiProperty({ description: 'However it is typed.', example: '7k3q-w9zd-2m', maxLength: 30 })
  @IsString()
  @Length(10, 30)
  checkCode!: string;
}

export class PublicAnswer {
  @ApiProperty({ example: '2026-000123' }) number!: string;
  @ApiProperty({ enum: PUBLIC_STATES, example: 'in-progress' }) state!: PublicState;
  @ApiProperty({ format: 'date-time', example: '2026-03-05T07:00:00.000Z' }) receivedAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) answeredAt!: string | null;
}
