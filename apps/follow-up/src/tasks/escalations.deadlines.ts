import { FollowUpNotificationRequestedV1 } from '#contracts';
import { checkpoint } from '#event-bus';
import { backlogOf, type Backlog, type DeadlineSource } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { occasionAt } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { Chronicle, Effects } from '../plans/chronicle.js';
import { ProtocolsService } from '../protocols/protocols.service.js';
import { contactOf, overdueNotice, type OverdueTask } from './overdue-notice.js';

/** Not done: open, or another contact stands for it (FU-3). */
const UNDONE = `task.escalates_at IS NOT NULL AND (task.status = 'open' OR (task.status = 'planned' AND task.joined_to IS NOT NULL))`;
/** The plan's row as others who write its trail lock it; what somebody changes right now is left for the next round. */
const CLAIM = `
  SELECT task.id, task.escalates_at AS "dueAt", task.plan_id AS "planId", task.step, task.recurrence, task.name_zh AS "nameZh",
         task.name_en AS "nameEn", task.due_on::text AS "dueOn", plan.department_code AS "departmentCode",
         plan.protocol_code AS "protocolCode", plan.protocol_version AS "protocolVersion"
    FROM task JOIN plan ON plan.id = task.plan_id
   WHERE task.escalates_at <= $1 AND ${UNDONE} AND plan.status = 'active' AND task.id <> ALL($3::uuid[])
   ORDER BY task.escalates_at LIMIT $2
     FOR UPDATE OF task SKIP LOCKED FOR KEY SHARE OF plan SKIP LOCKED`;

/** A contact that nobody made in time is told, once, to whom its protocol says (FU-5). */
@Injectable()
export class EscalationDeadlines implements DeadlineSource<OverdueTask> {
  readonly name = 'follow-up.overdue-task';
  readonly anyDue = `EXISTS (SELECT FROM task WHERE task.escalates_at <= $1 AND ${UNDONE})`;

  constructor(
    private readonly config: FollowUpConfig,
    private readonly protocols: ProtocolsService,
    private readonly chronicle: Chronicle,
  ) {}

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<OverdueTask[]> {
    return tx.query(CLAIM, [now, limit, except]);
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, `(SELECT escalates_at FROM task WHERE ${UNDONE}) AS overdue`, 'escalates_at', now);
  }

  async handle(tx: EntityManager, task: OverdueTask, now: Date): Promise<void> {
    const { id, planId, step, protocolCode, protocolVersion } = task;
    const escalation = contactOf(await this.protocols.definition(tx, protocolCode, protocolVersion), task)?.escalation;
    // The version that the plan follows now may tell nobody.
    const escalatedAt = escalation ? now : null;
    await tx.query('UPDATE task SET escalates_at = NULL, escalated_at = $2 WHERE id = $1', [id, escalatedAt]);
    if (!escalation) return;
    const effects = new Effects();
    effects.line({ planId, what: 'task-escalated', step, reason: escalation.to });
    effects.event(FollowUpNotificationRequestedV1, overdueNotice(task, escalation));
    await this.chronicle.write(tx, effects, occasionAt(now, this.config.hospitalZone));
    checkpoint('task.escalated');
  }
}
