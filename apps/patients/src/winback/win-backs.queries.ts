import { Clock, listPage, Problem, type ListQuery } from '#platform';
import type { LifecycleStage } from '#contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { STAGE_OF } from '../facts/lifecycle.sql.js';
import { recordsOf } from '../people/records-of.js';
import { OFFER_TEXTS, offerOf } from './offer-texts.js';
import { WinBack } from './win-back.entity.js';
import type { PatientWinBack, WinBackFigures, WinBackFiguresQuery, WinBackPage, WinBackView } from './win-backs.dto.js';
import { WIN_BACKS } from './win-backs.list.js';

const FORMER = 50;
const YEAR_MS = 365 * 86_400_000;

/** Reads win-backs straight to the answer (PT-5). */
@Injectable()
export class WinBackQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(query: ListQuery): Promise<WinBackPage> {
    const page = await listPage(this.source.createQueryBuilder(WinBack, 'ladder'), WIN_BACKS, query);
    return { items: page.items.map(presentWinBack), nextCursor: page.nextCursor };
  }

  /** Those of merged records too. @throws Problem 404 */
  async ofPatient(id: string): Promise<PatientWinBack> {
    const records = await recordsOf(this.source.manager, id);
    const [patientId = id] = records;
    const [row]: { stage: LifecycleStage | null }[] = await this.source.query(STAGE_OF, [patientId]);
    const rows = await this.source.manager.find(WinBack, {
      where: { personId: In(records) },
      order: { startedAt: 'DESC', id: 'DESC' },
      take: FORMER + 1,
    });
    const open = rows.find(({ outcome }) => outcome === null);
    const former = rows.filter((ladder) => ladder !== open).slice(0, FORMER);
    return {
      patientId,
      lifecycleStage: row?.stage ?? null,
      current: open ? presentWinBack(open) : null,
      former: former.map(presentWinBack),
    };
  }

  /** @throws Problem 400 */
  async figures({ from, to }: WinBackFiguresQuery): Promise<WinBackFigures> {
    const until = to === undefined ? this.clock.now() : new Date(to);
    const since = from === undefined ? new Date(until.getTime() - YEAR_MS) : new Date(from);
    if (since > until) throw Problem.invalid([{ field: 'from', code: 'after-to' }]);
    const [row]: Omit<WinBackFigures, 'from' | 'to' | 'returnRate'>[] = await this.source.query(FIGURES, [
      since,
      until,
    ]);
    const counted = row ?? { started: 0, open: 0, answered: 0, agreed: 0, unanswered: 0, returned: 0 };
    const returnRate = counted.started === 0 ? null : counted.returned / counted.started;
    return { from: since.toISOString(), to: until.toISOString(), ...counted, returnRate };
  }
}

const FIGURES = `
  SELECT count(*)::int AS started,
         count(*) FILTER (WHERE outcome IS NULL)::int AS open,
         count(*) FILTER (WHERE answer IS NOT NULL)::int AS answered,
         count(*) FILTER (WHERE answer IN ('accepted', 'will-come'))::int AS agreed,
         count(*) FILTER (WHERE outcome = 'no-answer')::int AS unanswered,
         count(*) FILTER (WHERE returned_at IS NOT NULL)::int AS returned
    FROM win_back WHERE started_at >= $1 AND started_at < $2`;

export function presentWinBack(ladder: WinBack): WinBackView {
  const { id, personId: patientId, step, outcome, answer, answerChannel, answerNote, answeredBy } = ladder;
  const offer = offerOf(step);
  return {
    ...{ id, patientId, status: outcome === null ? 'open' : 'ended', step, offer, offerText: OFFER_TEXTS[offer] },
    stepAt: ladder.stepAt.toISOString(),
    dueAt: ladder.nextAt?.toISOString() ?? null,
    absentSince: ladder.absentSince.toISOString(),
    startedAt: ladder.startedAt.toISOString(),
    outcome,
    endedAt: ladder.endedAt?.toISOString() ?? null,
    ...{ answer, answerChannel, answerNote, answeredBy },
    returnedAt: ladder.returnedAt?.toISOString() ?? null,
  };
}
