import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who did what to a ticket, when. Never edited: the database refuses it (CP-4). */
@Entity('ticket_entry')
export class TicketEntryEntity {
  /** In the order in which they were entered. */
  @PrimaryColumn({ type: 'bigint', generated: 'identity', insert: false }) seq!: string;
  @Column({ name: 'ticket_id', type: 'uuid' }) ticketId!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  /** For instance `claimed`. */
  @Column({ type: 'text' }) what!: string;
  @Column({ name: 'changed_from', type: 'text', nullable: true }) changedFrom!: string | null;
  @Column({ name: 'changed_to', type: 'text', nullable: true }) changedTo!: string | null;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  /** Null: the service itself, by a deadline or an event. */
  @Column({ name: 'actor_id', type: 'text', nullable: true }) actorId!: string | null;
  @Column({ name: 'actor_name', type: 'text', nullable: true }) actorName!: string | null;
  /** The event that caused it. */
  @Column({ type: 'text', nullable: true }) cause!: string | null;
}
