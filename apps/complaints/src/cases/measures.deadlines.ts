import { ComplaintsNotificationRequestedV1, type NotificationTarget } from '#contracts';
import { backlogOf, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { ComplaintsConfig } from '../complaints.config.js';
import { Effects } from '../tickets/effects.js';
import { TicketSteps } from '../tickets/ticket-steps.js';
import { TicketEntity } from '../tickets/ticket.entity.js';
import { MeasureEntity } from './measure.entity.js';

/** The ticket, too, because its story is written: whoever works on it is not waited for. */
const DUE = `
  SELECT measure.id, measure.deadline_at AS "dueAt"
    FROM rectification_measure measure JOIN ticket ON ticket.id = measure.ticket_id
   WHERE measure.deadline_at <= $1 AND measure.id <> ALL($3::uuid[])
   ORDER BY measure.deadline_at LIMIT $2
     FOR UPDATE OF measure SKIP LOCKED FOR KEY SHARE OF ticket SKIP LOCKED`;

/** A measure of rectification that is late: those responsible are told, once each time it was owed (CP-4). */
@Injectable()
export class MeasureDeadlines implements DeadlineSource {
  readonly name = 'complaints.measure';
  readonly anyDue = 'EXISTS (SELECT FROM rectification_measure WHERE deadline_at <= $1)';

  constructor(
    private readonly steps: TicketSteps,
    private readonly config: ComplaintsConfig,
  ) {}

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueRow[]> {
    return tx.query(DUE, [now, limit, except]);
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'rectification_measure', 'deadline_at', now);
  }

  async handle(tx: EntityManager, { id }: DueRow, now: Date): Promise<void> {
    const measure = await tx.findOneByOrFail(MeasureEntity, { id });
    const ticket = await tx.findOneByOrFail(TicketEntity, { id: measure.ticketId });
    const effects = new Effects({ now, zone: this.config.hospitalZone });
    await tx.update(MeasureEntity, { id }, { deadlineAt: null, overdueAt: now, version: measure.version + 1 });
    await this.steps.append(tx, ticket, { what: 'case-measure-overdue', to: id }, effects);
    effects.event(ComplaintsNotificationRequestedV1, overdue(measure, ticket));
    await this.steps.announce(tx, effects);
  }
}

function overdue(measure: MeasureEntity, ticket: TicketEntity): ComplaintsNotificationRequestedV1 {
  return {
    ...{ purpose: 'complaints.measure-overdue', subjectType: 'measure', subjectId: measure.id },
    ...{ occasion: `round-${measure.round}`, urgency: 'normal' },
    titleZh: '投诉整改措施逾期',
    titleEn: 'A measure after a complaint is late',
    textZh: `工单 ${ticket.number} 的一项整改措施已逾期未完成，请尽快落实。`,
    textEn: `A measure that was promised after ticket ${ticket.number} is late: see to it.`,
    link: `/complaints/tickets/${ticket.id}`,
    ...recipientsOf(measure, ticket),
  };
}

/** Of what few may learn of only those are told who may see the ticket, whoever was to do it (CP-3). */
function recipientsOf(
  { memberId, departmentCode }: MeasureEntity,
  { dispute, confidential }: TicketEntity,
): { to: NotificationTarget[]; next: NotificationTarget[] } {
  if (dispute) return { to: [{ role: 'medical-affairs' }], next: [{ role: 'legal' }] };
  if (confidential) return { to: [{ role: 'centre-manager' }], next: [{ role: 'medical-affairs' }] };
  const member: NotificationTarget[] = memberId === null ? [] : [{ memberId }];
  const director: NotificationTarget[] =
    departmentCode === null ? [] : [{ departmentCode, role: 'department-director' }];
  return { to: [...member, ...director], next: [{ role: 'centre-manager' }] };
}
