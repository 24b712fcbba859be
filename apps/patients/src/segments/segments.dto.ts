import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDefined, IsOptional, Matches } from 'class-validator';
import { Patient } from '../people/patient.dto.js';
import { PlainText } from '../people/plain-text.js';

const EXAMPLE = {
  and: [
    { fact: 'tag', op: 'has', value: 'disease.hypertension' },
    { fact: 'age', op: 'ge', value: 60 },
    { visits: { class: 'inpatient', from: '2026-01-01T00:00:00+08:00', atLeast: 2 } },
    { contacts: { kind: 'follow-up', outcome: 'reached', days: 90 } },
    { not: { fact: 'state', op: 'has', value: 'do-not-contact' } },
  ],
};
const LANGUAGE =
  '`and`, `or` (lists), `not`, or one of: `{fact, op, value}` with tag, purpose, state (has), sex, district, stage (eq, in; stage, PT-1, is lead, first-visit, active, revisit-due or churned, and nothing after death), age (ge, le, full years), deceased (eq); `{visits: {class, department, diagnosis, …}}`, diagnosis being the beginning of an ICD-10 code; `{contacts: {kind, what, channel, outcome, …}}`, what the centre had to do with them, `what` being the type of the event; `…` of both is when and how often: `from`, `before`, `days` (the last so many times 24 hours), `atLeast`, `atMost` (0: none). At most 8 deep, 200 nodes, and 12 of `visits` and `contacts`.';
const FILTER = { type: 'object', additionalProperties: true, description: LANGUAGE, example: EXAMPLE } as const;

export class Segment {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c41' }) id!: string;
  @ApiProperty({ example: '60岁以上高血压住院患者' }) name!: string;
  @ApiProperty(FILTER) filter!: object;
  @ApiProperty({ description: 'For If-Match.', example: 1 }) version!: number;
  @ApiProperty({ type: String, nullable: true, description: 'Account of who saved it.', example: null })
  createdBy!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) createdAt!: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) updatedAt!: string;
}

export class SegmentPage {
  @ApiProperty({ type: [Segment] }) items!: Segment[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}

export class NewSegment {
  @ApiProperty({ example: '60岁以上高血压住院患者' })
  @PlainText(1, 100)
  @Matches(/\S/, { message: 'blank' })
  name!: string;
  @ApiProperty(FILTER) @IsDefined() filter!: object;
}

export class SegmentChange {
  @ApiPropertyOptional({ example: '老年高血压患者' })
  @IsOptional()
  @PlainText(1, 100)
  @Matches(/\S/, { message: 'blank' })
  name?: string;
  @ApiPropertyOptional(FILTER) @IsOptional() filter?: object;
}

export class SegmentDraft {
  @ApiProperty(FILTER) @IsDefined() filter!: object;
}

export class SegmentCount {
  @ApiProperty({ description: 'Living records in it now.', example: 1234 }) count!: number;
}

export class SegmentPreview extends SegmentCount {
  @ApiProperty({ type: [Patient], description: 'The first 20.' }) items!: Patient[];
}
