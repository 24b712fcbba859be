import {
  ComplaintsNotificationRequestedV1,
  TicketReassignedV1,
  type NotificationTarget,
  type Urgency,
} from '#contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ComplaintsConfig } from '../complaints.config.js';
import type { Effects } from '../tickets/effects.js';
import { TicketChanges } from '../tickets/ticket-changes.js';
import { factsOf } from '../tickets/ticket-events.js';
import { TicketListeners, type TicketListener } from '../tickets/ticket-listener.js';
import type { TicketEntity } from '../tickets/ticket.entity.js';
import { routesOf } from './medical-route.rules.js';

/** Medical complaints go to medical affairs at once, disputes to medical affairs and legal (CP-3). */
@Injectable()
export class MedicalRoute implements TicketListener, OnModuleInit {
  constructor(
    private readonly listeners: TicketListeners,
    private readonly changes: TicketChanges,
    private readonly config: ComplaintsConfig,
  ) {}

  onModuleInit(): void {
    this.listeners.add(this);
  }

  onOpened(tx: EntityManager, ticket: Readonly<TicketEntity>, effects: Effects): Promise<void> {
    return this.follow(tx, ticket, null, effects);
  }

  onReclassified(
    tx: EntityManager,
    ticket: Readonly<TicketEntity>,
    { before }: { before: Readonly<TicketEntity> },
    effects: Effects,
  ): Promise<void> {
    return this.follow(tx, ticket, before, effects);
  }

  private async follow(
    tx: EntityManager,
    ticket: Readonly<TicketEntity>,
    before: Readonly<TicketEntity> | null,
    effects: Effects,
  ): Promise<void> {
    const { toMedicalAffairs, toLegal } = routesOf(ticket, before);
    if (toMedicalAffairs) await this.handOver(tx, ticket, effects);
    if (toMedicalAffairs) effects.event(ComplaintsNotificationRequestedV1, medicalNotice(ticket));
    if (toLegal) effects.event(ComplaintsNotificationRequestedV1, disputeNotice(ticket));
  }

  /** It lies on the desk of medical affairs from now on; its holder at the centre keeps following it. */
  private async handOver(tx: EntityManager, ticket: Readonly<TicketEntity>, effects: Effects): Promise<void> {
    const desk = this.config.medicalAffairsDepartment;
    if (desk === '' || ticket.deskDepartmentCode === desk) return;
    const entry = { what: 'handed-to-medical-affairs', from: ticket.deskDepartmentCode, to: desk };
    await this.changes.write(tx, ticket, { deskDepartmentCode: desk }, entry, effects);
    effects.event(TicketReassignedV1, {
      ...factsOf(ticket, effects.occasion),
      ...(ticket.holderId === null ? {} : { holderId: ticket.holderId }),
      deskDepartmentCode: desk,
    });
  }
}

function medicalNotice(ticket: Readonly<TicketEntity>): ComplaintsNotificationRequestedV1 {
  return notice(ticket, 'complaints.medical', 'red', [{ role: 'medical-affairs' }], {
    titleZh: `医疗投诉 ${ticket.number}`,
    titleEn: `Medical complaint ${ticket.number}`,
    textZh: `医疗投诉 ${ticket.number} 已移交医务部门；须在 24 小时内完成一次安抚电话。`,
    textEn: `The medical complaint ${ticket.number} is yours; the complainant is to be soothed by a call within 24 hours.`,
  });
}

function disputeNotice(ticket: Readonly<TicketEntity>): ComplaintsNotificationRequestedV1 {
  return notice(ticket, 'complaints.dispute', 'normal', [{ role: 'medical-affairs' }, { role: 'legal' }], {
    titleZh: `医疗纠纷 ${ticket.number}`,
    titleEn: `Medical dispute ${ticket.number}`,
    textZh: `工单 ${ticket.number} 已标记为医疗纠纷，仅医务与法务可见。`,
    textEn: `Ticket ${ticket.number} is a dispute from now on: only medical affairs and legal see it.`,
  });
}

type Words = Pick<ComplaintsNotificationRequestedV1, 'titleZh' | 'titleEn' | 'textZh' | 'textEn'>;

/** A ticket that became medical again, after it was put right, is told of again. */
function notice(
  { id, version }: Readonly<TicketEntity>,
  purpose: string,
  urgency: Urgency,
  to: NotificationTarget[],
  words: Words,
): ComplaintsNotificationRequestedV1 {
  const subject = { subjectType: 'ticket', subjectId: id, occasion: `version-${version}` };
  return { purpose, ...subject, urgency, ...words, link: `/complaints/tickets/${id}`, to, next: [] };
}
