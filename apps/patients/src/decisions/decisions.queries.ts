import { CONSENT_PURPOSES, PERSON_STATES } from '#contracts';
import { decodeCursor, pageOf, Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import { isISO8601, isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import { descendantsOf, survivorsOf } from '../people/families.js';
import type { PageQuery } from '../people/patient.dto.js';
import { PersonDecision } from './decision.entity.js';
import type { Decision, DecisionPage, PatientStanding } from './decisions.dto.js';
import { lastWords, standingOf } from './standing.rules.js';

/** Reads what was decided straight to the answer; merged records are read with the one that answers for them. */
@Injectable()
export class DecisionQueries {
  constructor(private readonly source: DataSource) {}

  /** @throws Problem 404 */
  async standing(id: string): Promise<PatientStanding> {
    const words = await this.ofFamily(id).getMany();
    if (words.length === 0) await this.requirePatient(id);
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

  /** Everything that was ever said, what was recorded last first. @throws Problem 404 */
  async history(id: string, { limit, cursor }: PageQuery): Promise<DecisionPage> {
    const rows = this.ofFamily(id);
    if (cursor !== undefined) {
      rows.andWhere('(decision.recorded_at, decision.id) < (:recordedAt::timestamptz, :after::uuid)', after(cursor));
    }
    const found = await rows
      .orderBy('decision.recorded_at', 'DESC')
      .addOrderBy('decision.id', 'DESC')
      .limit(limit + 1)
      .getMany();
    if (found.length === 0) await this.requirePatient(id);
    const page = pageOf(found, limit, (decision) => [decision.recordedAt.toISOString(), decision.id]);
    return { items: page.items.map(presentDecision), nextCursor: page.nextCursor };
  }

  private ofFamily(id: string) {
    return this.source
      .createQueryBuilder(PersonDecision, 'decision')
      .where(`decision.person_id IN (SELECT id FROM (${FAMILY}) family)`, { id });
  }

  private async requirePatient(id: string): Promise<void> {
    const rows: unknown[] = await this.source.query(survivorsOf('SELECT $1::uuid AS id'), [id]);
    if (rows.length === 0) throw Problem.notFound('patient', id);
  }
}

const FAMILY = descendantsOf(survivorsOf('SELECT :id::uuid AS id'));

function after(cursor: string): { recordedAt: string; after: string } {
  const [recordedAt, id] = decodeCursor(cursor, 2);
  if (!isISO8601(recordedAt, { strict: true }) || !isUUID(id)) {
    throw Problem.invalid([{ field: 'cursor', code: 'unknown-cursor' }]);
  }
  return { recordedAt: recordedAt as string, after: id as string };
}

export function presentDecision({ decidedAt, recordedAt, ...decision }: PersonDecision): Decision {
  const { personId: patientId, ...rest } = decision;
  return { ...rest, patientId, decidedAt: decidedAt.toISOString(), recordedAt: recordedAt.toISOString() };
}
