import { ArrayUnique, IsArray, IsInt, IsString, Matches, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';

const NAME = /^[a-z][a-z0-9.-]{1,59}$/;

@EventContract<RoleSavedV1>({
  subject: 'staff.role.saved.v1',
  emittedWhen: 'An administrator decided what a role may do.',
  key: 'role',
  example: {
    role: 'guide',
    rights: ['patients.read', 'personal.unmasked'],
    decided: ['patients.read', 'patients.write', 'personal.unmasked', 'ops.read'],
    before: ['patients.read', 'patients.write', 'personal.unmasked'],
    version: 2,
  },
})
export class RoleSavedV1 {
  /** A role of the vocabulary. A service that does not know it yet keeps it for later. */
  @IsString() @Matches(NAME) role!: string;
  /** All it may do from now on. */
  @IsArray() @ArrayUnique() @IsString({ each: true }) @Matches(NAME, { each: true }) rights!: string[];
  /** The rights the decision was about. One that came with a later release stays as that release has it by default. */
  @IsArray() @ArrayUnique() @IsString({ each: true }) @Matches(NAME, { each: true }) decided!: string[];
  /** What it was allowed before. */
  @IsArray() @ArrayUnique() @IsString({ each: true }) @Matches(NAME, { each: true }) before!: string[];
  /** Grows with each decision about this role. */
  @IsInt() @Min(1) version!: number;
}
