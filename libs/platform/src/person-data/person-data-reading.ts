import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { KnownPerson, PersonDataSection } from './person-data.js';
import { PersonDataSources } from './person-data-sources.js';

/** A section begins, or another row of the section that began last. */
export type PersonDataLine = { section: Pick<PersonDataSection, 'name' | 'title'> } | { row: Record<string, unknown> };

/** Reads all that this service holds about a person, source by source, as they stood at one moment. */
@Injectable()
export class PersonDataReading {
  constructor(
    private readonly source: DataSource,
    private readonly sources: PersonDataSources,
  ) {}

  /** Holds a connection until the last line is taken, or until nobody wants another. Changes nothing. */
  async *of(patientIds: readonly string[], known: KnownPerson): AsyncGenerator<PersonDataLine, void> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.startTransaction('REPEATABLE READ');
      await runner.query('SET TRANSACTION READ ONLY');
      for (const source of this.sources.all()) {
        for (const { name, title, rows } of await source.collect(runner.manager, patientIds, known)) {
          yield { section: { name, title } };
          for await (const row of rows) yield { row };
        }
      }
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
  }
}
