import { IsBoolean, IsIn, IsInt, IsString, Length, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';

const KINDS = ['title', 'skill'] as const;

@EventContract<StaffTermSavedV1>({
  subject: 'staff.term.saved.v1',
  emittedWhen: 'A title 职称 or a skill was added to the hospital’s list or changed.',
  key: 'code',
  example: { kind: 'skill', code: 'chest-pain', nameZh: '胸痛', nameEn: 'Chest pain', active: true, version: 1 },
})
export class StaffTermSavedV1 {
  @IsIn(KINDS) kind!: (typeof KINDS)[number];
  /** As staff.member.saved.v1 names it. The titles of the national series are there from the beginning. */
  @IsString() @Length(1, 40) code!: string;
  @IsString() @Length(1, 60) nameZh!: string;
  @IsString() @Length(1, 60) nameEn!: string;
  /** False: nobody new gets it; who has it keeps it. */
  @IsBoolean() active!: boolean;
  /** Grows with each change. */
  @IsInt() @Min(1) version!: number;
}
