import { IsBoolean, IsIn, IsInt, IsISO8601, IsUUID, Max, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { ROLES, type Role } from '../vocabulary/roles.js';

@EventContract<DutySavedV1>({
  subject: 'staff.duty.saved.v1',
  emittedWhen: 'A shift of a duty roster was planned, changed or taken off.',
  key: 'departmentId',
  example: {
    shiftId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9e01',
    departmentId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06',
    role: 'duty-doctor',
    memberId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01',
    line: 1,
    startsAt: '2026-03-02T18:00:00+08:00',
    endsAt: '2026-03-03T08:00:00+08:00',
    cancelled: false,
    version: 1,
  },
})
export class DutySavedV1 {
  @IsUUID() shiftId!: string;
  @IsUUID() departmentId!: string;
  @IsIn(ROLES) role!: Role;
  /** Who is on duty by the roster; a substitute may stand in. */
  @IsUUID() memberId!: string;
  /** 1 is called first. */
  @IsInt() @Min(1) @Max(9) line!: number;
  @IsISO8601() startsAt!: string;
  /** The first moment that is no longer in the shift. */
  @IsISO8601() endsAt!: string;
  /** True: the shift is off the roster. */
  @IsBoolean() cancelled!: boolean;
  /** Grows with each change of the shift. */
  @IsInt() @Min(1) version!: number;
}
