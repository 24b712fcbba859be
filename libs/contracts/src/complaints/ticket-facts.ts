import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import {
  TICKET_COLOURS,
  TICKET_KINDS,
  TICKET_STATES,
  type TicketColour,
  type TicketKind,
  type TicketState,
} from '../vocabulary/tickets.js';

/** What every event of a ticket says: ids and facts, none of the words. */
export class TicketFacts {
  @IsUUID() ticketId!: string;
  /** As people say it, for instance `2026-000123`. */
  @IsString() @Length(6, 20) number!: string;
  /** Orders the events: the patient, or the ticket itself when nobody is known to be the patient. */
  @IsUUID() subjectId!: string;
  @IsOptional() @IsUUID() patientId?: string;
  @IsIn(TICKET_KINDS) kind!: TicketKind;
  /** Of a complaint, once it is known (CP-3). */
  @IsOptional() @IsBoolean() medical?: boolean;
  @IsIn(TICKET_COLOURS) colour!: TicketColour;
  /** The department it is about. */
  @IsOptional() @IsString() @Length(1, 60) departmentCode?: string;
  /** A dispute, or told in confidence: its existence is for few, and on no timeline (CP-3, FU-10). */
  @IsOptional() @IsBoolean() restricted?: boolean;
  /** How it stands when all that happened together is done. */
  @IsOptional() @IsIn(TICKET_STATES) state?: TicketState;
  /** Until when its colour promises to close it; absent while it waits for the patient, and when it is over. */
  @IsOptional() @IsISO8601() closeBy?: string;
  /** When it happened. */
  @IsISO8601() at!: string;
}

export const EXAMPLE_TICKET: TicketFacts = {
  ticketId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c60',
  number: '2026-000123',
  subjectId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
  patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
  kind: 'complaint',
  medical: false,
  colour: 'yellow',
  departmentCode: 'XXGNK',
  state: 'claimed',
  closeBy: '2026-03-05T16:58:00+08:00',
  at: '2026-03-05T15:00:00+08:00',
};
