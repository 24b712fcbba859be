import { PersonDataQuestionV1, questionOf, type KnownRecordNumber } from '#contracts';
import { NoAnswerError, Questions } from '#event-bus';
import { PersonDataReading, type PersonDataLine } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordsOf } from '../people/records-of.js';

/** The part of a service begins, a line of it, or it ends before its end because the service does not answer. */
export type PackageLine = { part: string } | PersonDataLine | { missing: string };

export interface PackagePerson {
  /** The living record first, then those merged into it. */
  patientIds: string[];
  recordNumbers: KnownRecordNumber[];
}

/** Gathers what every service holds about a person. */
@Injectable()
export class PackageParts {
  constructor(
    private readonly source: DataSource,
    private readonly questions: Questions,
    private readonly reading: PersonDataReading,
  ) {}

  /** @throws Problem 404 */
  async personOf(patientId: string): Promise<PackagePerson> {
    const patientIds = await recordsOf(this.source.manager, patientId);
    const recordNumbers: KnownRecordNumber[] = await this.source.query(
      'SELECT issuer, value FROM person_identifier WHERE person_id = ANY($1::uuid[]) ORDER BY issuer, value',
      [patientIds],
    );
    return { patientIds, recordNumbers };
  }

  /**
   * The others first: when one is away, little was done in vain.
   * @param isLast whoever does not answer now is left out, and that is said
   * @throws NoAnswerError
   */
  async *of(person: PackagePerson, isLast: boolean, signal: AbortSignal): AsyncGenerator<PackageLine, void> {
    for (const service of questionOf(PersonDataQuestionV1).answerers) {
      yield { part: service };
      try {
        const lines = this.questions.ask(PersonDataQuestionV1, service, person, signal);
        for await (const line of lines) yield JSON.parse(line) as PersonDataLine;
      } catch (error) {
        if (!isLast || !(error instanceof NoAnswerError)) throw error;
        yield { missing: service };
      }
    }
    yield { part: 'patients' };
    // As they would come from elsewhere: moments as text.
    for await (const line of this.reading.of(person.patientIds, person)) {
      signal.throwIfAborted();
      yield JSON.parse(JSON.stringify(line)) as PersonDataLine;
    }
  }
}
