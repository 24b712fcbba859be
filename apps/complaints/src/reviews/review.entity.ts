import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody wrote about the hospital on a platform (CP-6). */
@Entity('review')
export class Review {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) platform!: string;
  @Column({ type: 'text' }) url!: string;
  /** Of five; null where the platform has none. PostgreSQL hands numerics over as text. */
  @Column({ type: 'numeric', precision: 2, scale: 1, nullable: true, transformer: { to: asItIs, from: numberOf } })
  stars!: number | null;
  @Column({ type: 'boolean' }) bad!: boolean;
  @Column({ type: 'text', nullable: true }) author!: string | null;
  @Column({ type: 'text' }) text!: string;
  @Column({ type: 'uuid', name: 'patient_id', nullable: true }) patientId!: string | null;
  @Column({ type: 'uuid', name: 'ticket_id', nullable: true }) ticketId!: string | null;
  /** From then on the private answer is due. */
  @Column({ type: 'timestamptz', name: 'detected_at' }) detectedAt!: Date;
  @Column({ type: 'timestamptz', name: 'recorded_at' }) recordedAt!: Date;
  @Column({ type: 'text', name: 'recorded_by', nullable: true }) recordedBy!: string | null;
  @Column({ type: 'text', nullable: true }) answer!: string | null;
  @Column({ type: 'timestamptz', name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @Column({ type: 'text', name: 'answered_by', nullable: true }) answeredBy!: string | null;
}

function numberOf(stored: string | null): number | null {
  return stored === null ? null : Number(stored);
}

function asItIs(stars: number | null): number | null {
  return stars;
}
