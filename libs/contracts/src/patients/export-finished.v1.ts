import { IsBoolean, IsIn, IsInt, IsUUID, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';

const ENDS = ['done', 'failed', 'cancelled'] as const;
const FORMATS = ['csv', 'xlsx'] as const;

@EventContract<PatientExportFinishedV1>({
  subject: 'patients.export.finished.v1',
  emittedWhen: 'A list of patients was written into a file to its end, given up, or cancelled (PT-8).',
  key: 'exportId',
  example: {
    exportId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c0a',
    state: 'done',
    format: 'xlsx',
    unmasked: false,
    lines: 1200,
  },
})
export class PatientExportFinishedV1 {
  @IsUUID() exportId!: string;
  /** Only a `done` one has a file. */
  @IsIn(ENDS) state!: (typeof ENDS)[number];
  @IsIn(FORMATS) format!: (typeof FORMATS)[number];
  /** Whether personal data was written in full. */
  @IsBoolean() unmasked!: boolean;
  /** Patients written until then. */
  @IsInt() @Min(0) lines!: number;
}
