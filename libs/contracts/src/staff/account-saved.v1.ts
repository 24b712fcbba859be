import { ArrayUnique, IsArray, IsBoolean, IsInt, IsOptional, IsString, IsUUID, Matches, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<AccountSavedV1>({
  subject: 'staff.account.saved.v1',
  emittedWhen: 'An account was created or got other roles or another owner, was closed or opened again.',
  key: 'accountId',
  example: {
    accountId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c10',
    memberId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01',
    roles: ['agent', 'mentor'],
    active: true,
    version: 2,
  },
})
export class AccountSavedV1 {
  /** The `sub` of its tokens. */
  @IsUUID() accountId!: string;
  /** Whose it is; null: a system's, or nobody's who works here. The name is in staff.member.saved.v1. */
  @IsOptional() @IsUUID() memberId!: string | null;
  /** All its roles. One that the reader does not know is kept for later. */
  @IsArray()
  @ArrayUnique()
  @IsString({ each: true })
  @Matches(/^[a-z][a-z0-9-]{1,59}$/, { each: true })
  roles!: string[];
  /** False: nobody can sign in with it. */
  @IsBoolean() active!: boolean;
  /** Grows with each change of the account; those of its password or its shown name are not told. */
  @IsInt() @Min(1) version!: number;
}
