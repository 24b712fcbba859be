import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PartnerDefinition } from '../hl7/partner-profile.js';

/** A sending system and what it means by what it writes. */
@Entity('partner')
export class PartnerEntity {
  @PrimaryColumn({ type: 'text' }) code!: string;
  @Column({ type: 'jsonb' }) definition!: PartnerDefinition;
  @Column({ type: 'integer' }) version!: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: Date;
}
