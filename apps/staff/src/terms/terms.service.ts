import { StaffTermSavedV1 } from '#contracts';
import { Outbox } from '#event-bus';
import { Problem, requireVersion, stateChange, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { SaveTerm, Term, TermKindParams } from './terms.dto.js';

type Kind = TermKindParams['kind'];
const COLUMNS = 'code, name_zh AS "nameZh", name_en AS "nameEn", active, version';
const STORED = { titles: 'title', skills: 'skill' } as const;

/** Titles 职称 and skills: lists the hospital keeps itself. */
@Injectable()
export class TermsService {
  constructor(
    private readonly source: DataSource,
    private readonly outbox: Outbox,
  ) {}

  list(kind: Kind): Promise<Term[]> {
    return this.source.query(`SELECT ${COLUMNS} FROM staff_term WHERE kind = $1 ORDER BY code`, [STORED[kind]]);
  }

  async read(kind: Kind, code: string): Promise<Term> {
    return one(await find(this.source.manager, kind, code, ''), kind, code);
  }

  /** Adds one when `version` is 0, else changes it. @throws Problem 412 when that is not its version. */
  save(kind: Kind, code: string, version: number, input: SaveTerm): Promise<Term> {
    return transact(this.source, (tx) => this.saveIn(tx, kind, code, version, input));
  }

  /** Adds one inside a transaction of the caller's, unless there is one. */
  async addIn(tx: EntityManager, kind: Kind, code: string, input: SaveTerm): Promise<void> {
    if ((await find(tx, kind, code, '')).length === 0) await this.saveIn(tx, kind, code, 0, input);
  }

  private async saveIn(tx: EntityManager, kind: Kind, code: string, version: number, input: SaveTerm): Promise<Term> {
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
    const term = one(saved, kind, code);
    stateChange('term', code, row ?? null, term);
    await this.outbox.append(tx, StaffTermSavedV1, { kind: STORED[kind], ...term });
    return term;
  }
}

function find(manager: EntityManager, kind: Kind, code: string, lock: string): Promise<Term[]> {
  return manager.query(`SELECT ${COLUMNS} FROM staff_term WHERE kind = $1 AND code = $2 ${lock}`, [STORED[kind], code]);
}

function one(rows: Term[], kind: Kind, code: string): Term {
  if (!rows[0]) throw STORED[kind] === 'title' ? Problem.notFound('title', code) : Problem.notFound('skill', code);
  return rows[0];
}
