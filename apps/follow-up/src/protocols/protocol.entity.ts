import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProtocolDefinition, ProtocolStatus, ProtocolVersion } from './protocol.rules.js';

/** A published version never changes: a plan keeps running by the version it began with (FU-5). */
@Entity('protocol')
export class ProtocolEntity implements ProtocolVersion {
  @PrimaryColumn({ type: 'text' }) code!: string;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ name: 'name_zh', type: 'text' }) nameZh!: string;
  @Column({ name: 'name_en', type: 'text' }) nameEn!: string;
  @Column({ type: 'text' }) status!: ProtocolStatus;
  @Column({ type: 'jsonb' }) definition!: ProtocolDefinition;
  /** Grows with each change of a draft and each step of its life; for If-Match. */
  @Column({ type: 'integer' }) revision!: number;
  @Column({ name: 'published_at', type: 'timestamptz', nullable: true }) publishedAt!: Date | null;
  @Column({ name: 'retired_at', type: 'timestamptz', nullable: true }) retiredAt!: Date | null;
}
