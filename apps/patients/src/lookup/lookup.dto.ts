import {
  TICKET_COLOURS,
  TICKET_KINDS,
  TICKET_STATES,
  type TicketColour,
  type TicketKind,
  type TicketState,
} from '#contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { PatientStanding } from '../decisions/decisions.dto.js';
import { EncounterView } from '../encounters/encounters.dto.js';
import { RecordedFacts } from '../facts/facts.dto.js';
import { Patient } from '../people/patient.dto.js';
import { MedicationView } from '../medications/medications.dto.js';
import { PlainText } from '../people/plain-text.js';
import { PromiseView } from '../promises/promises.dto.js';
import { ResultView } from '../results/results.dto.js';
import { TimelineEntry } from '../timeline/timeline.dto.js';

/** One of phone, nationalId, mrn and cardNo. */
export class LookupQuery {
  @ApiPropertyOptional({ description: 'A phone number, however it is written.', example: '138 0013 8000' })
  @IsOptional()
  @PlainText(1, 60)
  phone?: string;

  @ApiPropertyOptional({ description: 'National ID or number of another document.', example: '11010519491231002X' })
  @IsOptional()
  @PlainText(1, 60)
  nationalId?: string;

  @ApiPropertyOptional({ description: 'A medical-record number.', example: '10023456' })
  @IsOptional()
  @PlainText(1, 120)
  mrn?: string;

  @ApiPropertyOptional({ description: 'Narrows `mrn` to the numbers of one system.', example: 'DEMO-HIS' })
  @IsOptional()
  @PlainText(1, 120)
  issuer?: string;

  @ApiPropertyOptional({ description: 'The number of a membership card.', example: 'VIP-000123' })
  @IsOptional()
  @PlainText(1, 60)
  cardNo?: string;
}

export class NextFollowUp {
  @ApiProperty({ format: 'uuid', description: 'Of follow-up.' }) taskId!: string;
  @ApiProperty({ type: String, nullable: true, example: 'visit-1' }) step!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-03-05T00:00:00.000Z' }) openedAt!: string;
}

export class OpenTicket {
  @ApiProperty({ format: 'uuid', description: 'Of complaints.' }) ticketId!: string;
  @ApiProperty({ description: 'As people say it.', example: '2026-000123' }) number!: string;
  @ApiProperty({ enum: TICKET_KINDS, example: 'complaint' }) kind!: TicketKind;
  @ApiProperty({ enum: TICKET_COLOURS, example: 'yellow' }) colour!: TicketColour;
  @ApiProperty({ enum: TICKET_STATES, example: 'claimed' }) state!: TicketState;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until when its colour promises to close it; null while it waits for the patient.',
    example: '2026-03-05T08:58:00.000Z',
  })
  dueAt!: string | null;
}

export class JoinedCommunity {
  @ApiProperty({ format: 'uuid' }) communityId!: string;
  @ApiProperty({ example: '2型糖尿病病友群' }) nameZh!: string;
  @ApiProperty({ example: 'Living with type 2 diabetes' }) nameEn!: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-12T02:15:00.000Z' }) joinedAt!: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'PT-10: since when nothing was heard, of a silence that was told.',
    example: null,
  })
  silentSince!: string | null;
}

export class PatientPicture {
  @ApiProperty({ type: RecordedFacts, description: 'Allergies first.' }) facts!: RecordedFacts;
  @ApiProperty({ type: PatientStanding }) standing!: PatientStanding;
  @ApiProperty({ type: [PromiseView], description: 'Not kept yet.' }) openPromises!: PromiseView[];
  @ApiProperty({ type: NextFollowUp, nullable: true, description: 'The open task that waits longest.' })
  nextFollowUp!: NextFollowUp | null;
  @ApiProperty({
    type: [OpenTicket],
    nullable: true,
    description:
      'CC-2: requests that are not over, the one due first at the front, twenty at most. Disputes, and what was told in ' +
      'confidence, never. Null without the right complaints.read.',
  })
  openTickets!: OpenTicket[] | null;
  @ApiProperty({ type: [EncounterView], description: 'The last five.' }) encounters!: EncounterView[];
  @ApiProperty({ type: [JoinedCommunity], description: 'PT-10: those the person is in.' })
  communities!: JoinedCommunity[];
  @ApiProperty({ type: [MedicationView], description: 'What is taken now, fifty at most.' })
  currentMedications!: MedicationView[];
  @ApiProperty({ type: [ResultView], description: 'The last five that are abnormal or critical and hold.' })
  abnormalResults!: ResultView[];
  @ApiProperty({ type: [TimelineEntry], description: 'The last ten.' }) timeline!: TimelineEntry[];
}

export class LookupAnswer {
  @ApiProperty({ type: [Patient], description: 'Who it may be, twenty at most; empty: nobody has a record.' })
  items!: Patient[];
  @ApiProperty({ description: 'There are more than twenty.', example: false }) hasMore!: boolean;
  @ApiProperty({ type: PatientPicture, nullable: true, description: 'When it is one person.' })
  picture!: PatientPicture | null;
}
