import type {
  ComplainantType,
  TicketChannel,
  TicketColour,
  TicketKind,
  TicketSettlement,
  TicketState,
} from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One request (CP-1). It keeps the patient id it was born with for ever (decision 13). */
@Entity('ticket')
export class TicketEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** As people say it: the year it was received in, and a running number. */
  @Column({ type: 'text' }) number!: string;
  /** What may make one ticket only, for instance an answer to a questionnaire; null: people's own requests. */
  @Column({ name: 'once_key', type: 'text', nullable: true }) onceKey!: string | null;
  @Column({ type: 'text' }) kind!: TicketKind;
  /** Of a complaint, once it is known (CP-3). */
  @Column({ type: 'boolean', nullable: true }) medical!: boolean | null;
  /** 医疗纠纷: for medical affairs and legal only (CP-3). */
  @Column({ type: 'boolean' }) dispute!: boolean;
  /** Nobody of the department concerned may learn of it. */
  @Column({ type: 'boolean' }) confidential!: boolean;
  @Column({ type: 'text' }) colour!: TicketColour;
  @Column({ type: 'text' }) settlement!: TicketSettlement;
  @Column({ type: 'text' }) channel!: TicketChannel;
  /** Null when nobody is known to be the patient. */
  @Column({ name: 'patient_id', type: 'uuid', nullable: true }) patientId!: string | null;
  @Column({ name: 'reporter_name', type: 'text', nullable: true }) reporterName!: string | null;
  @Column({ name: 'reporter_phone', type: 'text', nullable: true }) reporterPhone!: string | null;
  @Column({ type: 'text' }) subject!: string;
  @Column({ type: 'text' }) text!: string;
  /** The department it is about. */
  @Column({ name: 'department_code', type: 'text', nullable: true }) departmentCode!: string | null;
  /** The member of staff it is about. */
  @Column({ name: 'staff_member_id', type: 'uuid', nullable: true }) staffMemberId!: string | null;
  @Column({ name: 'complainant_type', type: 'text', nullable: true }) complainantType!: ComplainantType | null;
  /** The account that works on it. */
  @Column({ name: 'holder_id', type: 'text', nullable: true }) holderId!: string | null;
  @Column({ name: 'holder_name', type: 'text', nullable: true }) holderName!: string | null;
  /** The department whose desk it lies on, when it is not the centre's. */
  @Column({ name: 'desk_department_code', type: 'text', nullable: true }) deskDepartmentCode!: string | null;
  @Column({ type: 'text' }) state!: TicketState;
  /** When it reached the hospital: clocks count from here. */
  @Column({ name: 'received_at', type: 'timestamptz' }) receivedAt!: Date;
  /** When it was entered. */
  @Column({ name: 'opened_at', type: 'timestamptz' }) openedAt!: Date;
  @Column({ name: 'opened_by', type: 'text', nullable: true }) openedBy!: string | null;
  @Column({ name: 'opened_by_name', type: 'text', nullable: true }) openedByName!: string | null;
  @Column({ name: 'claimed_at', type: 'timestamptz', nullable: true }) claimedAt!: Date | null;
  @Column({ name: 'replied_at', type: 'timestamptz', nullable: true }) repliedAt!: Date | null;
  @Column({ name: 'waiting_since', type: 'timestamptz', nullable: true }) waitingSince!: Date | null;
  @Column({ name: 'solved_at', type: 'timestamptz', nullable: true }) solvedAt!: Date | null;
  @Column({ type: 'text', nullable: true }) solution!: string | null;
  /** When it was closed, stopped or merged. */
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt!: Date | null;
  @Column({ name: 'stop_reason', type: 'text', nullable: true }) stopReason!: string | null;
  /** How often it was taken up again. */
  @Column({ type: 'integer' }) reopened!: number;
  @Column({ name: 'merged_into', type: 'uuid', nullable: true }) mergedInto!: string | null;
  /** What it was when it was merged: a merge that is taken back gives it back. */
  @Column({ name: 'merged_from', type: 'text', nullable: true }) mergedFrom!: TicketState | null;
  @Column({ type: 'integer' }) version!: number;
}
