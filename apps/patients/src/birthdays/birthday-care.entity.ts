import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `open` until an agent has written the greeting; `missed` when the day passed before. */
export const BIRTHDAY_STATUSES = ['open', 'prepared', 'missed'] as const;
export type BirthdayStatus = (typeof BIRTHDAY_STATUSES)[number];

/** The care for one birthday of a person (PT-6). */
@Entity('birthday_care')
export class BirthdayCare {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'int' }) version!: number;
  /** The living record when it was made. */
  @Column({ type: 'uuid', name: 'person_id' }) personId!: string;
  @Column({ type: 'int' }) year!: number;
  @Column({ type: 'date', name: 'kept_on' }) keptOn!: string;
  @Column({ type: 'text' }) status!: BirthdayStatus;
  @Column({ type: 'text', nullable: true }) greeting!: string | null;
  @Column({ type: 'text', name: 'signed_by', nullable: true }) signedBy!: string | null;
  @Column({ type: 'uuid', name: 'photo_file_id', nullable: true }) photoFileId!: string | null;
  @Column({ type: 'text', name: 'prepared_by', nullable: true }) preparedBy!: string | null;
  @Column({ type: 'timestamptz', name: 'prepared_at', nullable: true }) preparedAt!: Date | null;
  /** When the others were told that the day has come. */
  @Column({ type: 'timestamptz', name: 'greeted_at', nullable: true }) greetedAt!: Date | null;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
}
