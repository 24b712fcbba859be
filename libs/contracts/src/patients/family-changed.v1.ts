import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { CONTENT_KINDS, type ContentKind } from '../vocabulary/family.js';
import { FamilyRelative } from './family-recipient.js';

/** Why nobody at all gets anything. */
const NOBODY = ['nobody-named-for-child'] as const;

@EventContract<PatientFamilyChangedV1>({
  subject: 'patients.family.changed.v1',
  emittedWhen:
    'Who gets the messages about a patient changed (PT-7): a relative was named, changed or ended, died or wants no ' +
    'contact; a consent changed; a child was recorded or came of age; records were merged or parted. The whole list; ' +
    'a patient never told of is an adult who gets everything alone.',
  key: 'patientId',
  example: {
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    child: false,
    toPatient: ['appointment', 'follow-up', 'medication', 'birthday'],
    relatives: [
      {
        reason: 'copy',
        relativeId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c51',
        patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c02',
        relation: '32',
        guardian: false,
        kinds: ['appointment', 'medication'],
      },
    ],
  },
})
export class PatientFamilyChangedV1 {
  @IsUUID() patientId!: string;
  /** Too young to be written to: `relatives` get it instead, and the child's own phone is not used. */
  @IsBoolean() child!: boolean;
  /** What the patient gets. */
  @IsArray() @IsIn(CONTENT_KINDS, { each: true }) toPatient!: ContentKind[];
  /** Everybody else who gets something, and what. Whoever is not listed gets nothing. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => FamilyRelative) relatives!: FamilyRelative[];
  /** Why nothing goes to anybody. */
  @IsOptional() @IsIn(NOBODY) nobody?: (typeof NOBODY)[number];
}
