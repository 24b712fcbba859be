import type { MedicationStop, MedicationUse } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MedicationAction, MedicationContent } from './medication.rules.js';

/** What holds of one drug of an order (PT-2). It keeps the patient id it was born with, also after a merge (decision 13). */
@Entity('medication')
export class MedicationRecord {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'patient_id' }) patientId!: string;
  @Column({ type: 'text' }) partner!: string;
  @Column({ type: 'text', name: 'order_number' }) orderNumber!: string;
  /** Its code, else its name. */
  @Column({ type: 'text' }) drug!: string;
  @Column({ type: 'text', nullable: true }) code!: string | null;
  @Column({ type: 'text', nullable: true }) name!: string | null;
  @Column({ type: 'text', nullable: true }) use!: MedicationUse | null;
  @Column({ type: 'text', nullable: true }) dose!: string | null;
  @Column({ type: 'text', name: 'dose_unit', nullable: true }) doseUnit!: string | null;
  @Column({ type: 'text', nullable: true }) form!: string | null;
  @Column({ type: 'text', nullable: true }) route!: string | null;
  @Column({ type: 'text', nullable: true }) frequency!: string | null;
  @Column({ type: 'text', nullable: true }) instructions!: string | null;
  @Column({ type: 'text', nullable: true }) quantity!: string | null;
  @Column({ type: 'text', name: 'quantity_unit', nullable: true }) quantityUnit!: string | null;
  @Column({ type: 'int', nullable: true }) refills!: number | null;
  @Column({ type: 'text', name: 'doctor_code', nullable: true }) doctorCode!: string | null;
  @Column({ type: 'text', name: 'doctor_name', nullable: true }) doctorName!: string | null;
  @Column({ type: 'text', name: 'visit_number', nullable: true }) visitNumber!: string | null;
  @Column({ type: 'text', name: 'stop_reason', nullable: true }) stopReason!: MedicationStop | null;
  @Column({ type: 'timestamptz', name: 'stopped_at', nullable: true }) stoppedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'starts_at' }) startsAt!: Date;
  @Column({ type: 'timestamptz', name: 'ends_at', nullable: true }) endsAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'dispensed_at', nullable: true }) dispensedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'reported_at' }) reportedAt!: Date;
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt!: Date;
}

/** One report of a drug, or with no drug of all those of an order: never edited. */
@Entity('medication_version')
export class MedicationVersion {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'patient_id' }) patientId!: string;
  @Column({ type: 'text' }) partner!: string;
  @Column({ type: 'text', name: 'order_number' }) orderNumber!: string;
  @Column({ type: 'text', nullable: true }) drug!: string | null;
  /** The message in apps/his, and which order of it. */
  @Column({ type: 'uuid', name: 'message_id' }) messageId!: string;
  @Column({ type: 'int' }) number!: number;
  /** Counted by the database. */
  @Column({ type: 'bigint', insert: false, update: false }) arrival!: string;
  @Column({ type: 'timestamptz', name: 'told_at' }) toldAt!: Date;
  @Column({ type: 'timestamptz', name: 'handled_at' }) handledAt!: Date;
  @Column({ type: 'text' }) action!: MedicationAction;
  @Column({ type: 'jsonb' }) content!: MedicationContent;
}
