import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('duty_substitute')
export class SubstituteEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'absent_id', type: 'uuid' }) absentId!: string;
  @Column({ name: 'substitute_id', type: 'uuid' }) substituteId!: string;
  @Column({ name: 'starts_at', type: 'timestamptz' }) startsAt!: Date;
  @Column({ name: 'ends_at', type: 'timestamptz' }) endsAt!: Date;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
}
