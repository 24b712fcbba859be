import { Problem, requireVersion, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { SaveTerm, Term, TermKindParams } from './terms.dto.js';

type Kind = TermKindParams['kind'];
const COLUMNS = 'code, name_zh AS "nameZh", name_en AS "nameEn", active, version';
const STORED: Record<Kind, string> = { titles: 'title', skills: 'skill' };

/** Titles 职称 and skills: lists the hospital keeps itself. */
@Injectable()
export class TermsService {
  constructor(private readonly source: DataSource) {}

  list(kind: Kind): Promise<Term[]> {
    return this.source.query(`SELECT ${COLUMNS} FROM staff_term WHERE kind = $1 ORDER BY code`, [STORED[kind]]);
  }

  async read(kind: Kind, code: string): Promise<Term> {
    return one(await find(this.source.manager, kind, code, ''), kind, code);
  }

  /** Adds one when `version` is 0, else changes it. @throws Problem 412 when that is not its version. */
  save(kind: Kind, code: string, version: number, input: SaveTerm): Promise<Term> {
    return transact(this.source, async (tx) => {
      const [row] = await find(tx, kind, code, 'FOR UPDATE');
      requireVersion(row?.version ?? 0, version);
      const saved: Term[] = await tx.query(
        `INSERT INTO staff_term (kind, code, name_zh, name_en, active, version) VALUES ($1, $2, $3, $4, $5, 1)
         ON CONFLICT (kind, code) DO UPDATE SET name_zh = $3, name_en = $4, active = $5, version = staff_term.version + 1
          WHERE staff_term.version = $6
         RETURNING ${COLUMNS}`,
        [STORED[kind], code, input.nameZh, input.nameEn, input.active, version],
      );
      // Somebody added it between our look and our insert.
      if (!saved[0]) requireVersion(1, version);
      return one(saved, kind, code);
    });
  }
}

function find(manager: EntityManager, kind: Kind, code: string, lock: string): Promise<Term[]> {
  return manager.query(`SELECT ${COLUMNS} FROM staff_term WHERE kind = $1 AND code = $2 ${lock}`, [STORED[kind], code]);
}

function one(rows: Term[], kind: Kind, code: string): Term {
  if (!rows[0]) throw STORED[kind] === 'title' ? Problem.notFound('title', code) : Problem.notFound('skill', code);
  return rows[0];
}
