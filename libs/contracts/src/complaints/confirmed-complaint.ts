import { ArrayMaxSize, IsArray, IsISO8601, IsString, IsUUID, Length, Matches } from 'class-validator';
import { EXAMPLE_TICKET, TicketFacts } from './ticket-facts.js';

/** Whom a complaint was justified against, and when it was received: that day decides the quarter and the month. */
export class ConfirmedComplaint extends TicketFacts {
  @IsISO8601() receivedAt!: string;
  /** The hospital's calendar day of `receivedAt`. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) receivedOn!: string;
  @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @Length(1, 60, { each: true }) departmentCodes!: string[];
  @IsArray() @ArrayMaxSize(20) @IsUUID(undefined, { each: true }) staffMemberIds!: string[];
}

export const EXAMPLE_CONFIRMED: ConfirmedComplaint = {
  ...EXAMPLE_TICKET,
  receivedAt: '2026-03-05T15:00:00+08:00',
  receivedOn: '2026-03-05',
  departmentCodes: ['XXGNK'],
  staffMemberIds: ['0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01'],
};
