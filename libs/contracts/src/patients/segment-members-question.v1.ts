import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { QuestionContract } from '../question-contract.js';

/** Who is in a segment now (PT-4), to follow them up (FU-11). */
@QuestionContract<SegmentMembersQuestionV1>({
  name: 'segment-members.v1',
  asker: 'follow-up',
  answerers: ['patients'],
  meaning:
    'The people of a segment: a line about the segment (`SegmentHead`), then a line an id, in the order of ids. ' +
    'Fewer ids than `limit` are the last ones. When nobody answers, the job that asks is tried again and goes on after ' +
    'the last id it dealt with.',
  example: {
    ...{ segmentId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c0b', after: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01' },
    limit: 500,
  },
})
export class SegmentMembersQuestionV1 {
  @IsUUID() segmentId!: string;
  /** Only ids behind this one. */
  @IsOptional() @IsUUID() after?: string;
  /** At most so many ids; without it all of them, who takes them promptly. */
  @IsOptional() @IsInt() @Min(1) @Max(2_000) limit?: number;
}

/** The first line of the answer. */
export interface SegmentHead {
  found: boolean;
  name: string;
  /** Whether being in it tells what is masked for some: sex, age or district. */
  tellsPersonal: boolean;
  /** How many are in it; only with the first ids, as counting takes as long as finding all of them. */
  members?: number;
}
