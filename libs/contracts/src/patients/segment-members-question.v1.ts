import { IsOptional, IsUUID } from 'class-validator';
import { QuestionContract } from '../question-contract.js';

/** Who is in a segment now (PT-4), to follow them up (FU-11). */
@QuestionContract<SegmentMembersQuestionV1>({
  name: 'segment-members.v1',
  asker: 'follow-up',
  answerers: ['patients'],
  meaning:
    'The people of a segment: a line about the segment (`SegmentHead`), then a line an id, in the order of ids. ' +
    'When nobody answers, the job that asks is tried again and goes on after the last id it dealt with.',
  example: { segmentId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c0b', after: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01' },
})
export class SegmentMembersQuestionV1 {
  @IsUUID() segmentId!: string;
  /** Only ids behind this one. */
  @IsOptional() @IsUUID() after?: string;
}

/** The first line of the answer. */
export interface SegmentHead {
  found: boolean;
  name: string;
  /** Whether being in it tells what is masked for some: sex, age or district. */
  tellsPersonal: boolean;
  /** How many are in it, those before `after` included. */
  members: number;
}
