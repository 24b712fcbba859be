import { CONSENT_PURPOSES, PERSON_STATES } from '#contracts';
import { listPage, type ListQuery, type ReadPart } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { descendantsOf, survivorsOf } from '../people/families.js';
import { PeopleQueries } from '../people/people.queries.js';
import { PersonDecision } from './decision.entity.js';
import type { Decision, DecisionPage, PatientStanding } from './decisions.dto.js';
import { DECISIONS } from './decisions.list.js';
import { lastWords, standingOf, type Word } from './standing.rules.js';

/** Reads what was decided straight to the answer; merged records are read with the one that answers for them. */
@Injectable()
export class DecisionQueries {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleQueries,
  ) {}

  /** @throws Problem 404 */
  async standing(id: string): Promise<PatientStanding> {
    const words = await this.ofFamily(id).getMany();
    if (words.length === 0) await this.people.require(id);
    return presentStanding(words);
  }

  /** Everything that was ever said, what was recorded last first unless sorted otherwise. @throws Problem 404 */
  async history(id: string, query: ListQuery): Promise<DecisionPage> {
    const page = await listPage(this.ofFamily(id), DECISIONS, query);
    if (page.items.length === 0) await this.people.require(id);
    return { items: page.items.map(presentDecision), nextCursor: page.nextCursor };
  }

  private ofFamily(id: string) {
    return this.source
      .createQueryBuilder(PersonDecision, 'decision')
      .where(`decision.person_id IN (SELECT id FROM (${FAMILY}) family)`, { id });
  }
}

const FAMILY = descendantsOf(survivorsOf('SELECT :id::uuid AS id'));

/** A word with what is shown of it. */
export type StandingWord = Word & Pick<PersonDecision, 'legalBasis' | 'reason'>;

/** The words of the records in `$1`. */
export const WORDS_OF_RECORDS: ReadPart = {
  sql: `SELECT id, topic, holds, decided_at AS "decidedAt", recorded_at AS "recordedAt", legal_basis AS "legalBasis",
               reason
          FROM person_decision WHERE person_id = ANY ($1::uuid[])`,
  instants: ['decidedAt', 'recordedAt'],
};

export function presentStanding(words: StandingWord[]): PatientStanding {
  const last = lastWords(words);
  const { allowedPurposes, states } = standingOf(words);
  return {
    purposes: CONSENT_PURPOSES.map((purpose) => ({
      purpose,
      allowed: allowedPurposes.includes(purpose),
      legalBasis: last.get(purpose)?.legalBasis ?? null,
      since: last.get(purpose)?.decidedAt.toISOString() ?? null,
    })),
    states: PERSON_STATES.map((state) => ({
      state,
      holds: states.includes(state),
      since: last.get(state)?.decidedAt.toISOString() ?? null,
      reason: last.get(state)?.reason ?? null,
    })),
  };
}

export function presentDecision({ decidedAt, recordedAt, ...decision }: PersonDecision): Decision {
  const { personId: patientId, ...rest } = decision;
  return { ...rest, patientId, decidedAt: decidedAt.toISOString(), recordedAt: recordedAt.toISOString() };
}
