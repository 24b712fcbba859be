import { IsIn, IsInt, IsUUID, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';

const ENDS = ['done', 'failed', 'cancelled'] as const;

@EventContract<PatientImportFinishedV1>({
  subject: 'patients.import.finished.v1',
  emittedWhen:
    'A file of patients was worked to its end, refused as a whole, or cancelled (PT-8). Each new or changed person has ' +
    'an event of their own.',
  key: 'importId',
  example: {
    importId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c09',
    state: 'done',
    read: 1200,
    created: 1000,
    updated: 150,
    unchanged: 40,
    rejected: 10,
  },
})
export class PatientImportFinishedV1 {
  @IsUUID() importId!: string;
  /** `failed`: no line or only some were taken, and nothing more will come. `cancelled`: what was taken stays. */
  @IsIn(ENDS) state!: (typeof ENDS)[number];
  /** Lines worked; the sum of the four below. */
  @IsInt() @Min(0) read!: number;
  @IsInt() @Min(0) created!: number;
  @IsInt() @Min(0) updated!: number;
  /** Said nothing new. */
  @IsInt() @Min(0) unchanged!: number;
  /** Not taken; the report says why. */
  @IsInt() @Min(0) rejected!: number;
}
