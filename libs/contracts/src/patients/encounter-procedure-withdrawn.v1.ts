import { IsISO8601, IsIn, IsInt, IsString, IsUUID, Length, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { ENCOUNTER_CLASSES, type EncounterClass } from '../vocabulary/clinical.js';

@EventContract<EncounterProcedureWithdrawnV1>({
  subject: 'patients.encounter.procedure-withdrawn.v1',
  emittedWhen:
    'A procedure that was told had a wrong code: the hospital system names another one in its place. What is done under ' +
    'the right code is told after it. Named again by the hospital system, it is told again with a higher revision.',
  key: 'patientId',
  example: {
    procedureId: '0198f6a2-5c1e-5c3a-9a51-3f2f0f6f9c07',
    revision: 2,
    encounterId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c03',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    class: 'inpatient',
    procedureCode: '36.06',
    performedAt: '2026-02-23T14:00:00+08:00',
    replacedBy: '0198f6a2-5c1e-5c3a-9a51-3f2f0f6f9c08',
  },
})
export class EncounterProcedureWithdrawnV1 {
  /** As in `patients.encounter.procedure-recorded.v1`. */
  @IsUUID() procedureId!: string;
  /** Counted on with the revisions of the record: the highest of both counts. */
  @IsInt() @Min(2) revision!: number;
  @IsUUID() encounterId!: string;
  /** The record the visit belongs to; never changes, also after a merge. */
  @IsUUID() patientId!: string;
  @IsIn(ENCOUNTER_CLASSES) class!: EncounterClass;
  /** The wrong one. */
  @IsString() @Length(1, 40) procedureCode!: string;
  @IsISO8601() performedAt!: string;
  /** `procedureId` of what was done instead. */
  @IsUUID() replacedBy!: string;
}
