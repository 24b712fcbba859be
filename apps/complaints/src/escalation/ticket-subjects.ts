import { TicketEscalatedV1, type NotificationTarget, type TicketClock, type TicketColour } from '#contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { In, type EntityManager } from 'typeorm';
import type { Effects } from '../tickets/effects.js';
import { factsOf } from '../tickets/ticket-events.js';
import { TicketEntity } from '../tickets/ticket.entity.js';
import { TicketSteps, type TicketLine } from '../tickets/ticket-steps.js';
import { ClockSubjects, type Breach, type ClockSubject, type ClockSubjectSource } from './clock-subjects.js';

const COLOURS: Record<TicketColour, { zh: string; en: string }> = {
  red: { zh: '红色', en: 'red' },
  yellow: { zh: '黄色', en: 'yellow' },
  blue: { zh: '蓝色', en: 'blue' },
};

/** Without their texts: ten thousand may fall due in a minute. */
const READ = {
  ...{ id: true, number: true, kind: true, colour: true, medical: true, dispute: true, confidential: true },
  ...{ patientId: true, departmentCode: true, deskDepartmentCode: true, holderId: true },
} as const;
type TicketRow = Pick<TicketEntity, keyof typeof READ>;

const WATCHERS = `
  SELECT ticket_id AS id, array_agg(account_id ORDER BY account_id) AS accounts FROM ticket_watcher
   WHERE ticket_id = ANY ($1::uuid[]) GROUP BY ticket_id`;

/** Tickets, as those read them who are told of their clocks (CP-2). */
@Injectable()
export class TicketSubjects implements ClockSubjectSource, OnModuleInit {
  readonly type = 'ticket';

  constructor(
    private readonly subjects: ClockSubjects,
    private readonly steps: TicketSteps,
  ) {}

  onModuleInit(): void {
    this.subjects.add(this);
  }

  async describe(tx: EntityManager, ids: readonly string[]): Promise<ClockSubject[]> {
    const tickets = await ticketsOf(tx, ids);
    const watchers: { id: string; accounts: string[] }[] = await tx.query(WATCHERS, [ids]);
    const of = new Map(watchers.map(({ id, accounts }) => [id, accounts]));
    return tickets.map((ticket) => subjectOf(ticket, of.get(ticket.id) ?? []));
  }

  async onBreached(tx: EntityManager, breaches: readonly Breach[], effects: Effects): Promise<void> {
    const tickets = await ticketsOf(
      tx,
      breaches.map(({ subjectId }) => subjectId),
    );
    const of = new Map(tickets.map((ticket) => [ticket.id, ticket]));
    await this.steps.appendAll(tx, breaches.map(lineOf), effects);
    for (const { subjectId, clockId, kind, level, dueAt } of breaches)
      effects.event(TicketEscalatedV1, {
        ...factsOf(of.get(subjectId) as TicketRow, effects.occasion),
        ...{ clock: kind as TicketClock, level, clockId, dueAt: dueAt.toISOString() },
      });
  }
}

function ticketsOf(tx: EntityManager, ids: readonly string[]): Promise<TicketRow[]> {
  return tx.find(TicketEntity, { select: READ, where: { id: In([...new Set(ids)]) } });
}

function lineOf({ subjectId: ticketId, level, kind: note }: Breach): TicketLine {
  return { ticketId, what: 'escalated', to: String(level), note };
}

/** What must not come to the department concerned does not go to its director (CP-3). */
function subjectOf(ticket: TicketRow, watchers: readonly string[]): ClockSubject {
  const { id, number, colour, dispute, confidential, deskDepartmentCode } = ticket;
  const departmentCode = deskDepartmentCode ?? (confidential ? null : ticket.departmentCode);
  return {
    id,
    nameZh: `${COLOURS[colour].zh}工单 ${number}`,
    nameEn: `${COLOURS[colour].en} ticket ${number}`,
    link: `/complaints/tickets/${id}`,
    isRed: colour === 'red',
    departmentCode: departmentCode?.slice(0, 60) ?? null,
    confidential,
    ...(dispute ? { ladder: 'medical-affairs' as const } : {}),
    holders: accountsOf([ticket.holderId]),
    desk: deskOf(ticket),
    watchers: accountsOf(watchers.filter((id) => id !== ticket.holderId)),
  };
}

/** Only accounts of this hospital's own issuer have ids that staff knows. */
function accountsOf(ids: readonly (string | null)[]): NotificationTarget[] {
  return [...new Set(ids)].flatMap((id) => (isUUID(id) ? [{ accountId: id as string }] : []));
}

function deskOf({ dispute, deskDepartmentCode }: TicketRow): NotificationTarget[] {
  if (dispute) return [{ role: 'medical-affairs' }];
  if (deskDepartmentCode === null) return [{ role: 'centre-manager' }];
  return [{ departmentCode: deskDepartmentCode.slice(0, 60), role: 'department-answerer' }];
}
