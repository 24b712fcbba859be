import { IsArray, IsBoolean, IsInt, IsString, IsUUID, Length, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<StaffMemberSavedV1>({
  subject: 'staff.member.saved.v1',
  emittedWhen: 'A person who works here was registered or changed.',
  key: 'memberId',
  example: {
    memberId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01',
    staffNumber: 'D0017',
    name: '陈建国',
    titles: ['attending-physician'],
    skills: ['chest-pain'],
    departmentIds: ['0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06'],
    active: true,
    version: 3,
  },
})
export class StaffMemberSavedV1 {
  @IsUUID() memberId!: string;
  @IsString() @Length(1, 40) staffNumber!: string;
  @IsString() @Length(1, 60) name!: string;
  /** Codes of titles 职称. */
  @IsArray() @IsString({ each: true }) titles!: string[];
  /** Codes of skills. */
  @IsArray() @IsString({ each: true }) skills!: string[];
  /** The first is the main one. */
  @IsArray() @IsUUID(undefined, { each: true }) departmentIds!: string[];
  /** False: no longer works here. */
  @IsBoolean() active!: boolean;
  /** Grows with each change. */
  @IsInt() @Min(1) version!: number;
}
