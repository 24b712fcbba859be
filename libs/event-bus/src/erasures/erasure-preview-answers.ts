import { ErasurePreviewQuestionV1 } from '#contracts';
import { Erasures, newId, takenBack } from '#platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Answers } from '../questions/answers.js';

/** Answers for its service what the erasure of a person would do here (PT-9): a line of JSON a table. */
@Injectable()
export class ErasurePreviewAnswers implements OnApplicationBootstrap {
  constructor(
    private readonly answers: Answers,
    private readonly source: DataSource,
    private readonly erasures: Erasures,
  ) {}

  onApplicationBootstrap(): void {
    this.answers.answer(ErasurePreviewQuestionV1, (question) => this.lines(question));
  }

  private async *lines({
    patientIds,
    recordNumbers,
    at,
    keepUntil,
  }: ErasurePreviewQuestionV1): AsyncGenerator<string, void> {
    const order = {
      ...{ id: newId(), patientIds, recordNumbers, erasedAt: new Date(at) },
      keepUntil: keepUntil === undefined ? null : new Date(keepUntil),
    };
    for (const outcome of await takenBack(this.source, (tx) => this.erasures.rehearse(tx, order))) {
      yield JSON.stringify(outcome);
    }
  }
}
