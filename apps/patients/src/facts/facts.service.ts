import {
  Clock,
  currentContext,
  newId,
  Problem,
  requireVersion,
  stateChange,
  transact,
  type FieldFault,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { survivorsOf } from '../people/families.js';
import { PeopleStore } from '../people/people.store.js';
import { recordsOf } from '../people/records-of.js';
import type { FactsStatement } from './fact-topics.js';
import { PersonFact } from './fact.entity.js';
import type { FactsChange, PatientSource, RecordedFacts } from './facts.dto.js';
import { FactQueries } from './facts.queries.js';
import { factsOf, reviseFacts, type FactsRevision } from './facts.rules.js';
import { versionOf } from './facts-version.js';

/** Writes what is said of people (PT-1): words are only added, entries of lists are ended. */
@Injectable()
export class Facts {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly queries: FactQueries,
    private readonly clock: Clock,
  ) {}

  /** A former id changes what is said of the record that answers for it. @throws Problem 400, 404, 412 */
  change(id: string, body: FactsChange, expectedVersion: number): Promise<RecordedFacts> {
    return transact(this.source, async (tx) => {
      const person = (await this.people.lock(tx, { identifiers: [] }, [id])).live(id);
      if (!person) throw Problem.notFound('patient', id);
      const records = await recordsOf(tx, person.id);
      const words = await this.queries.words(tx, records);
      requireVersion(versionOf(words), expectedVersion);
      const faults = await this.faultsInSource(tx, records, body.source ?? undefined);
      if (faults.length > 0) throw Problem.invalid(faults);
      await this.write(tx, person.id, reviseFacts(words, statementOf(body)));
      const after = await this.queries.ofRecords(records, tx);
      stateChange('patient', person.id, factsOf(words), factsOf(await this.queries.words(tx, records)));
      return after;
    });
  }

  private async write(tx: EntityManager, personId: string, { ended, added }: FactsRevision): Promise<void> {
    const by = currentContext()?.actor?.id ?? null;
    const now = this.clock.now();
    if (ended.length > 0) await tx.update(PersonFact, { id: In(ended) }, { endedAt: now, endedBy: by });
    const none = { endedAt: null, endedBy: null };
    const rows = added.map((word) => ({ ...word, ...none, id: newId(), personId, recordedAt: now, recordedBy: by }));
    if (rows.length > 0) await tx.insert(PersonFact, rows);
  }

  private async faultsInSource(
    tx: EntityManager,
    records: string[],
    stated: PatientSource | undefined,
  ): Promise<FieldFault[]> {
    if (stated?.referrerId === undefined) return [];
    const field = 'source.referrerId';
    if (stated.kind !== 'friend-referral') return [{ field, code: 'only-for-referral' }];
    const rows: { id: string }[] = await tx.query(survivorsOf('SELECT $1::uuid AS id'), [stated.referrerId]);
    const [referrer] = rows;
    if (!referrer) return [{ field, code: 'patient-unknown' }];
    return records.includes(referrer.id) ? [{ field, code: 'refers-oneself' }] : [];
  }
}

/** The body is made of classes; what is stored is plain. */
function statementOf(body: FactsChange): FactsStatement {
  return JSON.parse(JSON.stringify(body)) as FactsStatement;
}
