import { IsBoolean, IsIn, IsISO8601, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { PERSON_STATES, type PersonState } from '../vocabulary/consent.js';

@EventContract<PersonStateChangedV1>({
  subject: 'patients.person.state-changed.v1',
  emittedWhen: 'A person began or ceased to be cured, or not to be contacted (PT-11): every service obeys at once.',
  key: 'patientId',
  example: {
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    state: 'do-not-contact',
    holds: true,
    since: '2026-03-02T10:15:00+08:00',
  },
})
export class PersonStateChangedV1 {
  @IsUUID() patientId!: string;
  @IsIn(PERSON_STATES) state!: PersonState;
  /** false: it holds no longer. */
  @IsBoolean() holds!: boolean;
  /** When it began, or ended. */
  @IsISO8601() since!: string;
}
