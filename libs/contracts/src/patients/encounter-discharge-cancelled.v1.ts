import { IsIn, IsInt, IsUUID, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { ENCOUNTER_CLASSES, type EncounterClass } from '../vocabulary/clinical.js';

@EventContract<EncounterDischargeCancelledV1>({
  subject: 'patients.encounter.discharge-cancelled.v1',
  emittedWhen: 'A discharge was taken back (ADT A13): the stay goes on.',
  key: 'patientId',
  example: {
    encounterId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c03',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    class: 'inpatient',
    dischargeNumber: 1,
  },
})
export class EncounterDischargeCancelledV1 {
  @IsUUID() encounterId!: string;
  /** The record the visit belongs to; never changes, also after a merge. */
  @IsUUID() patientId!: string;
  @IsIn(ENCOUNTER_CLASSES) class!: EncounterClass;
  /** The discharge that was taken back. */
  @IsInt() @Min(0) dischargeNumber!: number;
}
