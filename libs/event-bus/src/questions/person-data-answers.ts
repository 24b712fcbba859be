import { PersonDataQuestionV1 } from '#contracts';
import { PersonDataReading } from '#platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Answers } from './answers.js';

/** Answers for its service what it holds about a person (PT-9): a line of JSON a section and a row. */
@Injectable()
export class PersonDataAnswers implements OnApplicationBootstrap {
  constructor(
    private readonly answers: Answers,
    private readonly reading: PersonDataReading,
  ) {}

  onApplicationBootstrap(): void {
    this.answers.answer(PersonDataQuestionV1, (question) => this.lines(question));
  }

  private async *lines({ patientIds, recordNumbers }: PersonDataQuestionV1): AsyncGenerator<string, void> {
    for await (const line of this.reading.of(patientIds, { recordNumbers })) yield JSON.stringify(line);
  }
}
