import { IsISO8601, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<SessionRevokedV1>({
  subject: 'staff.session.revoked.v1',
  emittedWhen:
    'Tokens must no longer be accepted: somebody signed out, was locked out, changed the password, or an administrator ended a session.',
  key: 'accountId',
  example: {
    accountId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c10',
    sessionId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c77',
    revokedAt: '2026-03-02T10:15:00+08:00',
    reason: 'signed-out',
  },
})
export class SessionRevokedV1 {
  @IsUUID() accountId!: string;
  /** The `sid` of the tokens that end; null ends every session of the account. */
  @IsOptional() @IsUUID() sessionId!: string | null;
  /** With every session of an account, tokens issued (`iat`) later than this are good again. */
  @IsISO8601() revokedAt!: string;
  /** Why, in one word of kebab case. */
  @IsString() @Length(1, 60) reason!: string;
}
