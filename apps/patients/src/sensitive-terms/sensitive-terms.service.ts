import { listPage, newId, Problem, requireVersion, stateChange, transact, type ListQuery } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { SensitiveTerm } from './sensitive-term.entity.js';
import type { NewSensitiveTerm, SensitiveTermChange, SensitiveTermPage } from './sensitive-terms.dto.js';
import { SENSITIVE_TERM_LIST } from './sensitive-terms.list.js';

/** Each is held against every result and drug that is read. */
const MOST_IN_USE = 500;

/**
 * What the hospital calls sensitive (PT-9). Nothing of it is kept in memory: every replica asks the table whenever a result
 * or drug is read, so a term counts everywhere from the commit on. Terms are retired, never deleted: the audit names them.
 */
@Injectable()
export class SensitiveTerms {
  constructor(private readonly source: DataSource) {}

  list(query: ListQuery): Promise<SensitiveTermPage> {
    return listPage(this.source.createQueryBuilder(SensitiveTerm, 'term'), SENSITIVE_TERM_LIST, query);
  }

  /** @throws Problem 404 */
  async read(id: string): Promise<SensitiveTerm> {
    const term = await this.source.manager.findOneBy(SensitiveTerm, { id });
    if (!term) throw Problem.notFound('sensitive-term', id);
    return term;
  }

  /** @throws Problem 409 */
  add({ kind, term, meaningZh, meaningEn }: NewSensitiveTerm): Promise<SensitiveTerm> {
    const row: SensitiveTerm = { id: newId(), kind, term, meaningZh, meaningEn, retired: false, version: 1 };
    return transact(this.source, async (tx) => {
      await oneAtATime(tx);
      const [known]: { id: string }[] = await tx.query(SAME, [kind, term]);
      if (known) throw Problem.conflict('sensitive-term-exists', { term }, { id: known.id });
      await requireRoom(tx);
      await tx.insert(SensitiveTerm, row);
      stateChange('sensitive-term', row.id, null, row);
      return row;
    });
  }

  /** @throws Problem 404, 409, 412 */
  change(id: string, change: SensitiveTermChange, expectedVersion: number): Promise<SensitiveTerm> {
    return transact(this.source, async (tx) => {
      await oneAtATime(tx);
      const before = await tx.findOneBy(SensitiveTerm, { id });
      if (!before) throw Problem.notFound('sensitive-term', id);
      requireVersion(before.version, expectedVersion);
      const { meaningZh = before.meaningZh, meaningEn = before.meaningEn, retired = before.retired } = change;
      if (before.retired && !retired) await requireRoom(tx);
      const said = { meaningZh, meaningEn, retired, version: before.version + 1 };
      await tx.update(SensitiveTerm, { id }, said);
      const after = { ...before, ...said };
      stateChange('sensitive-term', id, before, after);
      return after;
    });
  }
}

/** Who writes; who reads does not wait. */
function oneAtATime(tx: EntityManager): Promise<unknown> {
  return tx.query(`SELECT pg_advisory_xact_lock(hashtext('sensitive_term'))`);
}

async function requireRoom(tx: EntityManager): Promise<void> {
  const limit = MOST_IN_USE;
  if ((await tx.countBy(SensitiveTerm, { retired: false })) >= limit)
    throw Problem.conflict('sensitive-terms-full', { limit }, { limit });
}

/** As `is_sensitive` compares them. */
const SAME = 'SELECT id FROM sensitive_term WHERE kind = $1 AND lower(term) = lower($2)';
