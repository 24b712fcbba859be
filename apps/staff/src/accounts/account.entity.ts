import type { Role } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('account')
export class AccountEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** Lower case. */
  @Column({ type: 'text' }) username!: string;
  @Column({ name: 'display_name', type: 'text' }) displayName!: string;
  /** argon2id with its parameters and salt; read only where a password is checked. */
  @Column({ name: 'password_hash', type: 'text', select: false }) passwordHash!: string;
  @Column({ type: 'text', array: true }) roles!: Role[];
  /** The person it belongs to; none for a system or an administrator from outside. */
  @Column({ name: 'member_id', type: 'uuid', nullable: true }) memberId!: string | null;
  /** Set by an administrator's reset: no token before the person has chosen another. */
  @Column({ name: 'must_change_password', type: 'boolean' }) mustChangePassword!: boolean;
  @Column({ type: 'boolean' }) active!: boolean;
  @Column({ type: 'integer' }) version!: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: Date;
}
