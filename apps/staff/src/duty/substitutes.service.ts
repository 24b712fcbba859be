import { SubstituteSavedV1 } from '#contracts';
import { Outbox } from '#event-bus';
import { Clock, listPage, lockKey, newId, Problem, stateChange, transact, type ListQuery, type Page } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, LessThan, MoreThan, type EntityManager } from 'typeorm';
import { MemberEntity } from '../members/member.entity.js';
import { SubstituteEntity } from './substitute.entity.js';
import type { NameSubstitute, Substitute } from './substitutes.dto.js';
import { SUBSTITUTES } from './substitutes.list.js';

/** Who stands in for whom, for all shifts of a time. */
@Injectable()
export class SubstitutesService {
  constructor(
    private readonly source: DataSource,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async list(query: ListQuery): Promise<Page<Substitute>> {
    const page = await listPage(this.source.createQueryBuilder(SubstituteEntity, 's'), SUBSTITUTES, query);
    return { ...page, items: page.items.map(present) };
  }

  /** @throws Problem 400 for unknown people or no period; 409 when somebody stands in for that person already. */
  name(input: NameSubstitute): Promise<Substitute> {
    const row: SubstituteEntity = {
      id: newId(),
      absentId: input.absentId,
      substituteId: input.substituteId,
      startsAt: new Date(input.startsAt),
      endsAt: new Date(input.endsAt),
      reason: input.reason ?? null,
    };
    return transact(this.source, async (tx) => {
      await requirePeople(tx, row);
      await tx.query('SELECT pg_advisory_xact_lock($1)', [lockKey(`substitute ${row.absentId}`)]);
      const { absentId } = row;
      const other = await tx.findOneBy(SubstituteEntity, {
        absentId,
        startsAt: LessThan(row.endsAt),
        endsAt: MoreThan(row.startsAt),
      });
      if (other) throw overlaps(other.id);
      await tx.insert(SubstituteEntity, row);
      const facts = factsOf(row, false);
      stateChange('substitute', row.id, null, arrangedIn(facts));
      await this.outbox.append(tx, SubstituteSavedV1, facts);
      return present(row);
    });
  }

  /** Ends it now; one that has not begun is as if it had never been. @throws Problem 404 */
  end(id: string): Promise<void> {
    return transact(this.source, async (tx) => {
      const row = await tx.findOne(SubstituteEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!row) throw Problem.notFound('substitute', id);
      const now = this.clock.now();
      if (row.endsAt <= now) return;
      const begun = row.startsAt < now;
      if (begun) await tx.update(SubstituteEntity, { id }, { endsAt: now });
      else await tx.delete(SubstituteEntity, { id });
      const facts = factsOf(begun ? { ...row, endsAt: now } : row, !begun);
      stateChange('substitute', id, arrangedIn(factsOf(row, false)), begun ? arrangedIn(facts) : null);
      await this.outbox.append(tx, SubstituteSavedV1, facts);
    });
  }
}

async function requirePeople(tx: EntityManager, row: SubstituteEntity): Promise<void> {
  if (row.endsAt <= row.startsAt) throw Problem.invalid([{ field: 'endsAt', code: 'not-after-start' }]);
  if (row.absentId === row.substituteId) throw Problem.invalid([{ field: 'substituteId', code: 'is-away' }]);
  const known = await tx.findBy(MemberEntity, { id: In([row.absentId, row.substituteId]), active: true });
  const faults = (['absentId', 'substituteId'] as const)
    .filter((field) => !known.some((member) => member.id === row[field]))
    .map((field) => ({ field, code: 'no-member' }));
  if (faults.length > 0) throw Problem.invalid(faults);
}

function overlaps(substituteId: string): Problem {
  return Problem.conflict('substitute-overlaps', {}, { substituteId });
}

/** What the audit keeps of it. The reason may be an illness: it stays in the roster. */
function arrangedIn({ absentId, memberId, startsAt, endsAt }: SubstituteSavedV1) {
  return { absentId, substituteId: memberId, startsAt, endsAt };
}

function factsOf(row: SubstituteEntity, cancelled: boolean): SubstituteSavedV1 {
  const { id: substituteId, absentId, substituteId: memberId, startsAt, endsAt } = row;
  const period = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  return { substituteId, absentId, memberId, ...period, cancelled };
}

function present(row: SubstituteEntity): Substitute {
  return { ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() };
}
