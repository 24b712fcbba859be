import { IsIn, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { ENCOUNTER_CLASSES, type EncounterClass } from '../vocabulary/clinical.js';

@EventContract<EncounterCancelledV1>({
  subject: 'patients.encounter.cancelled.v1',
  emittedWhen: 'A visit or stay never took place (ADT A11).',
  key: 'patientId',
  example: {
    encounterId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c03',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    class: 'inpatient',
  },
})
export class EncounterCancelledV1 {
  @IsUUID() encounterId!: string;
  /** The record the visit belongs to; never changes, also after a merge. */
  @IsUUID() patientId!: string;
  @IsIn(ENCOUNTER_CLASSES) class!: EncounterClass;
}
