import type { ConsentPurpose, PersonState, Sex } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Demographics, ToldAt } from './demographics.rules.js';
import type { DocumentType } from './national-id.rules.js';
import type { Phone } from './phone-number.js';

/** One record a person (PT-1); a retired one points to the record it was merged into and keeps what it said. */
@Entity('person')
export class Person implements Demographics {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** Grows with every visible change; the ETag. */
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'uuid', name: 'merged_into', nullable: true }) mergedInto!: string | null;

  @Column({ type: 'text', nullable: true }) name!: string | null;
  @Column({ type: 'text', nullable: true }) sex!: Sex | null;
  @Column({ type: 'text', name: 'birth_date', nullable: true }) birthDate!: string | null;
  @Column({ type: 'text', name: 'national_id', nullable: true }) nationalId!: string | null;
  @Column({ type: 'text', name: 'document_type', nullable: true }) documentType!: DocumentType | null;
  @Column({ type: 'text', name: 'document_number', nullable: true }) documentNumber!: string | null;
  @Column({ type: 'jsonb' }) phones!: Phone[];
  @Column({ type: 'text', nullable: true }) address!: string | null;
  @Column({ type: 'boolean' }) deceased!: boolean;
  @Column({ type: 'timestamptz', name: 'deceased_at', nullable: true }) deceasedAt!: Date | null;
  /** What was said under this id alone; null while the row says just that, because nothing was merged into it. */
  @Column({ type: 'jsonb', nullable: true }) own!: Demographics | null;
  /** What counts of everything decided (decisions/), for the living record with those merged into it. */
  @Column({ type: 'text', array: true, name: 'allowed_purposes' }) allowedPurposes!: ConsentPurpose[];
  @Column({ type: 'text', array: true }) states!: PersonState[];
  @Column({ type: 'jsonb', name: 'told_at' }) toldAt!: ToldAt;

  @Column({ type: 'text', name: 'name_text', select: false }) nameText!: string;
  @Column({ type: 'text', array: true, name: 'name_grams', select: false }) nameGrams!: string[];
  @Column({ type: 'text', array: true, name: 'name_readings', select: false }) nameReadings!: string[];
  @Column({ type: 'text', array: true, name: 'phone_keys', select: false }) phoneKeys!: string[];

  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt!: Date;
}
