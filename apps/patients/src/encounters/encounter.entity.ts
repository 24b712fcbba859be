import type { EncounterClass, EncounterStatus } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RecordedProcedure } from './procedures.rules.js';
import type { Diagnosis, EncounterState, Procedure } from './visit-details.rules.js';

/** One visit or stay (就诊/住院). It keeps the patient id it was born with, also after a merge (decision 13). */
@Entity('encounter')
export class Encounter implements EncounterState {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', name: 'patient_id' }) patientId!: string;
  /** Code of the partner whose visit number it is. */
  @Column({ type: 'text' }) partner!: string;
  @Column({ type: 'text', name: 'visit_number' }) visitNumber!: string;
  @Column({ type: 'int' }) version!: number;

  @Column({ type: 'text' }) class!: EncounterClass;
  @Column({ type: 'text' }) status!: EncounterStatus;
  @Column({ type: 'text', name: 'begun_as', nullable: true }) begunAs!: 'admitted' | 'registered' | null;
  @Column({ type: 'text', name: 'department_code', nullable: true }) departmentCode!: string | null;
  @Column({ type: 'text', name: 'department_name', nullable: true }) departmentName!: string | null;
  @Column({ type: 'text', nullable: true }) ward!: string | null;
  @Column({ type: 'text', nullable: true }) bed!: string | null;
  @Column({ type: 'text', name: 'doctor_code', nullable: true }) doctorCode!: string | null;
  @Column({ type: 'text', name: 'doctor_name', nullable: true }) doctorName!: string | null;
  @Column({ type: 'text', nullable: true }) disposition!: string | null;
  @Column({ type: 'jsonb' }) diagnoses!: Diagnosis[];
  @Column({ type: 'jsonb' }) procedures!: Procedure[];
  @Column({ type: 'jsonb', name: 'recorded_procedures' }) recordedProcedures!: RecordedProcedure[];
  @Column({ type: 'timestamptz', name: 'admitted_at', nullable: true }) admittedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'discharged_at', nullable: true }) dischargedAt!: Date | null;
  @Column({ type: 'int', name: 'discharge_number' }) dischargeNumber!: number;

  @Column({ type: 'timestamptz', name: 'moved_at', nullable: true }) movedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'discharge_reported_at', nullable: true }) dischargeReportedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'undone_at', nullable: true }) undoneAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'described_at', nullable: true }) describedAt!: Date | null;

  /** Where it stands in the patient's timeline: the admission, else the first thing known of it. */
  @Column({ type: 'timestamptz', name: 'began_at' }) beganAt!: Date;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt!: Date;
}
