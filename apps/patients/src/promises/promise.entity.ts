import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something the centre promised to a person; shown until it is kept (PT-2). */
@Entity('promise')
export class PatientPromise {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** The living record when it was made; a merge leaves it there. */
  @Column({ type: 'uuid', name: 'person_id' }) personId!: string;
  @Column({ type: 'text' }) text!: string;
  @Column({ type: 'text', name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column({ type: 'timestamptz', name: 'made_at' }) madeAt!: Date;
  @Column({ type: 'text', name: 'made_by', nullable: true }) madeBy!: string | null;
  @Column({ type: 'timestamptz', name: 'kept_at', nullable: true }) keptAt!: Date | null;
  @Column({ type: 'text', name: 'kept_by', nullable: true }) keptBy!: string | null;
}
