import { SegmentMembersQuestionV1, type SegmentHead } from '#contracts';
import { Answers } from '#event-bus';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SegmentReadings, tellsPersonal } from './segment-readings.js';
import { Segment } from './segment.entity.js';

const NOBODY: SegmentHead = { found: false, name: '', tellsPersonal: false, members: 0 };

/** Tells other services who is in a segment (PT-4): ids only. */
@Injectable()
export class SegmentAnswers implements OnApplicationBootstrap {
  constructor(
    private readonly source: DataSource,
    private readonly readings: SegmentReadings,
    private readonly answers: Answers,
  ) {}

  onApplicationBootstrap(): void {
    this.answers.answer(SegmentMembersQuestionV1, (question) => this.lines(question));
  }

  private async *lines({ segmentId, after, limit }: SegmentMembersQuestionV1): AsyncGenerator<string, void> {
    const segment = await this.source.manager.findOneBy(Segment, { id: segmentId });
    if (!segment) {
      yield JSON.stringify(NOBODY);
      return;
    }
    const filter = this.readings.check(segment.filter);
    const head: SegmentHead = { found: true, name: segment.name, tellsPersonal: tellsPersonal(filter) };
    if (after === undefined) head.members = await this.readings.count(filter);
    yield JSON.stringify(head);
    yield* this.readings.ids(filter, after, limit);
  }
}
