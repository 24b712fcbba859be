import { listPage, Problem, type ListQuery } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Crisis, CrisisApproval, CrisisStatement } from './crisis.entity.js';
import type { CrisisPage, CrisisView, StatementHistory, StatementView, Wording, Wordings } from './crises.dto.js';
import { CRISES } from './crises.list.js';
import { missingSeats, statementBy } from './statement.rules.js';

const MOST_VERSIONS = 200;

/** Reads crises straight to the answer (CP-6). */
@Injectable()
export class CrisisQueries {
  constructor(private readonly source: DataSource) {}

  async list(query: ListQuery): Promise<CrisisPage> {
    const page = await listPage(this.source.createQueryBuilder(Crisis, 'crisis'), CRISES, query);
    return { ...page, items: page.items.map(presentCrisis) };
  }

  /** @throws Problem 404 */
  async read(id: string): Promise<CrisisView> {
    const crisis = await this.source.manager.findOneBy(Crisis, { id });
    if (!crisis) throw Problem.notFound('crisis', id);
    return presentCrisis(crisis);
  }

  /** Every version, with who wrote and who approved it. @throws Problem 404 */
  async history(id: string): Promise<StatementHistory> {
    await this.read(id);
    const { manager } = this.source;
    const versions = await manager.find(CrisisStatement, {
      where: { crisisId: id },
      order: { version: 'DESC' },
      take: MOST_VERSIONS,
    });
    const approvals = await manager.find(CrisisApproval, { where: { crisisId: id }, order: { at: 'ASC' } });
    return { versions: versions.map((version) => presentStatement(version, approvals)) };
  }

  /** What everybody says now. */
  async wordings(): Promise<Wordings> {
    const rows: (Omit<Wording, 'approvedAt'> & { approvedAt: Date })[] = await this.source.query(WORDINGS);
    return { wordings: rows.map((row) => ({ ...row, approvedAt: row.approvedAt.toISOString() })) };
  }
}

const WORDINGS = `
  SELECT crisis.id AS "crisisId", crisis.title, said.version, said.wording_zh AS "wordingZh",
         said.wording_en AS "wordingEn", crisis.approved_at AS "approvedAt"
    FROM crisis JOIN crisis_statement said ON said.crisis_id = crisis.id AND said.version = crisis.approved_version
   WHERE crisis.closed_at IS NULL ORDER BY crisis.declared_at DESC, crisis.id LIMIT 100`;

export function presentCrisis(crisis: Crisis): CrisisView {
  const { id, title, description, declaredAt, declaredBy, newestVersion, approvedVersion, closeNote: outcome } = crisis;
  return {
    ...{ id, title, description, declaredAt: declaredAt.toISOString(), declaredBy },
    ...{ statementBy: statementBy(declaredAt).toISOString(), newestVersion, approvedVersion },
    approvedAt: crisis.approvedAt?.toISOString() ?? null,
    ...{ closedAt: crisis.closedAt?.toISOString() ?? null, outcome },
  };
}

function presentStatement(
  { crisisId: _crisisId, writtenAt, ...said }: CrisisStatement,
  all: CrisisApproval[],
): StatementView {
  const own = all.filter(({ version }) => version === said.version);
  return {
    ...said,
    writtenAt: writtenAt.toISOString(),
    approvals: own.map(({ seat, by, at }) => ({ seat, by, at: at.toISOString() })),
    missing: missingSeats(own, said.version),
  };
}
