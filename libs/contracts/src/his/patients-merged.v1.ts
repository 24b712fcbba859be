import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { exampleReport } from './example-report.js';
import { HisReport } from './his-report.js';
import { PatientIdentifier } from './reported-patient.js';

@EventContract<HisPatientsMergedV1>({
  subject: 'his.patients.merged.v1',
  emittedWhen: 'A HIS retired one record number into another (ADT A40), once for each retired number.',
  key: 'recordKey',
  example: { ...exampleReport, retired: { issuer: 'DEMO-HIS', value: '10023001', type: 'MR' } },
})
export class HisPatientsMergedV1 extends HisReport {
  /** MRG-1: the number that is retired into `patient.primary`. */
  @ValidateNested() @Type(() => PatientIdentifier) retired!: PatientIdentifier;
}
