import { IsIn, IsISO8601, IsOptional, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { LIFECYCLE_STAGES, type LifecycleStage } from '../vocabulary/lifecycle.js';

@EventContract<PersonLifecycleChangedV1>({
  subject: 'patients.person.lifecycle-changed.v1',
  emittedWhen:
    'A living person came into another stage (PT-1, PT-5): by a visit, by time, or because records were merged or parted. ' +
    'Everybody begins as a lead, which no event tells.',
  key: 'patientId',
  example: {
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    stage: 'churned',
    before: 'revisit-due',
    at: '2026-08-29T10:15:00+08:00',
  },
})
export class PersonLifecycleChangedV1 {
  @IsUUID() patientId!: string;
  @IsIn(LIFECYCLE_STAGES) stage!: LifecycleStage;
  /** What was told before; absent after a death was revoked or a merge taken back. */
  @IsOptional() @IsIn(LIFECYCLE_STAGES) before?: LifecycleStage;
  /** When it was noticed: within a second of the visit or of the time. */
  @IsISO8601() at!: string;
}
