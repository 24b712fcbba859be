import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A record number as one system issued it; it stays with the record it was first given to, also after a merge. */
@Entity('person_identifier')
export class PersonIdentifier {
  @PrimaryColumn({ type: 'text' }) issuer!: string;
  @PrimaryColumn({ type: 'text' }) value!: string;
  /** HL7 table 0203, for instance `MR`. */
  @Column({ type: 'text', nullable: true }) type!: string | null;
  @Column({ type: 'uuid', name: 'person_id' }) personId!: string;
}
