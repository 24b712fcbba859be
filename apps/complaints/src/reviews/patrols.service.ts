import { Clock, currentContext, listPage, Problem, stateChange, transact, type ListQuery } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Patrol } from './patrol.entity.js';
import { patrolStatus } from './patrol.rules.js';
import type { PatrolFindings, PatrolPage, PatrolView } from './patrols.dto.js';
import { PATROLS } from './reviews.list.js';

/** The daily look through a platform (CP-6). */
@Injectable()
export class Patrols {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(query: ListQuery): Promise<PatrolPage> {
    const now = this.clock.now();
    const select = this.source.createQueryBuilder(Patrol, 'patrol').setParameter('now', now);
    const page = await listPage(select, PATROLS, query);
    return { ...page, items: page.items.map((patrol) => presentPatrol(patrol, now)) };
  }

  /** Late is better than never, and is seen to be late. @throws Problem 404, 409 */
  done(id: string, { found, findings }: PatrolFindings): Promise<PatrolView> {
    return transact(this.source, async (tx) => {
      const patrol = await tx.findOne(Patrol, { where: { id }, lock: { mode: 'for_no_key_update' } });
      if (!patrol) throw Problem.notFound('patrol', id);
      if (patrol.doneAt) throw Problem.conflict('patrol-done', {}, { doneAt: patrol.doneAt.toISOString() });
      const now = this.clock.now();
      const seen = { found, findings: findings ?? null, doneAt: now, doneBy: currentContext()?.actor?.id ?? null };
      await tx.update(Patrol, { id }, { ...seen, dueAt: null });
      const view = presentPatrol({ ...patrol, ...seen }, now);
      stateChange('patrol', id, { status: patrolStatus(patrol, now) }, { status: view.status, found });
      return view;
    });
  }
}

function presentPatrol(patrol: Patrol, now: Date): PatrolView {
  const { id, platform, day, doneBy, found, findings } = patrol;
  return {
    ...{ id, platform, day, status: patrolStatus(patrol, now) },
    ...{ doneAt: patrol.doneAt?.toISOString() ?? null, doneBy, found, findings },
    reportedAt: patrol.reportedAt?.toISOString() ?? null,
  };
}
