import { CONTENT_KINDS, RECIPIENT_REASONS, type ContentKind, type RecipientReason } from '#contracts';
import { Personal } from '#platform';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { Suppression } from './recipients.rules.js';

/** Texts stand in the documentation of the operation. */
export const SUPPRESSIONS = [
  'deceased',
  'do-not-contact',
  'no-consent',
  'child',
  'patient-deceased',
  'patient-do-not-contact',
  'patient-no-consent',
  'relation-not-begun',
  'relation-ended',
  'merged',
  'kind-not-chosen',
  'came-of-age',
  'no-marketing-consent',
  'not-a-patient',
  'same-number',
  'no-guardian',
] as const satisfies readonly Suppression[];

export class RecipientsQuery {
  @ApiProperty({ enum: CONTENT_KINDS, description: 'What the message is about.', example: 'appointment' })
  @IsIn(CONTENT_KINDS)
  kind!: ContentKind;
}

class Someone {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Entry in the family; null: the patient.' })
  relativeId!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The living record, if there is one.' })
  patientId!: string | null;
  @Personal('name') @ApiProperty({ type: String, nullable: true, example: '王秀英' }) name!: string | null;
  @Personal('phone')
  @ApiProperty({ type: String, nullable: true, description: 'E.164.', example: '+8613800138000' })
  phone!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '长女 eldest daughter' }) relationText!: string | null;
}

export class RecipientView extends Someone {
  @ApiProperty({ enum: RECIPIENT_REASONS, example: 'copy' }) reason!: RecipientReason;
}

export class SuppressedView extends Someone {
  @ApiProperty({ enum: SUPPRESSIONS, description: 'Why nothing goes there.', example: 'kind-not-chosen' })
  why!: Suppression;
}

/** Who would get a message now, and why. */
export class RecipientsView {
  @ApiProperty({ format: 'uuid', description: 'Whom it is about, the living record.' }) patientId!: string;
  @ApiProperty({ enum: CONTENT_KINDS, example: 'appointment' }) kind!: ContentKind;
  @ApiProperty({ description: 'It goes to the guardians instead of the patient.', example: false }) child!: boolean;
  @ApiProperty({ type: [RecipientView] }) recipients!: RecipientView[];
  @ApiProperty({ type: [SuppressedView] }) suppressed!: SuppressedView[];
  @ApiProperty({
    type: String,
    enum: ['nobody-named-for-child'],
    nullable: true,
    description: 'Why nothing may be sent although the patient may be written to.',
    example: null,
  })
  nobody!: 'nobody-named-for-child' | null;
}
