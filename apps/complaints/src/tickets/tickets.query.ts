import { listPage, type Page } from '#platform';
import type { EntityManager } from 'typeorm';
import { TicketEntity } from './ticket.entity.js';
import { foundBy } from './ticket-search.js';
import { allowedFrom } from './ticket.rules.js';
import type { Ticket, TicketEntry, TicketsQuery } from './tickets.dto.js';
import { TICKETS } from './tickets.list.js';

/** What a list of tickets is narrowed to beside its filter. */
export interface Narrowing {
  patientIds?: string[] | undefined;
  holder?: string | undefined;
  /** Conditions that leave out what the caller may not see. */
  hidden: string[];
}

export async function ticketPage(
  manager: EntityManager,
  query: TicketsQuery,
  { patientIds, holder, hidden }: Narrowing,
): Promise<Page<Ticket>> {
  const select = manager.createQueryBuilder(TicketEntity, 'ticket');
  for (const condition of hidden) select.andWhere(condition);
  if (patientIds !== undefined) select.andWhere('ticket.patient_id = ANY(:patientIds::uuid[])', { patientIds });
  if (holder !== undefined) select.andWhere('ticket.holder_id = :holder', { holder });
  const found = query.q === undefined ? null : foundBy(query.q);
  if (found) select.andWhere(found.sql, found.parameters);
  const page = await listPage(select, TICKETS, query);
  return { ...page, items: page.items.map(presentTicket) };
}

/** The story of a ticket and of those merged into it, over any number of merges. */
export async function storyOf(manager: EntityManager, ticketId: string, hidden: string[]): Promise<TicketEntry[]> {
  const visible = ['true', ...hidden].join(' AND ');
  const rows: (Omit<TicketEntry, 'at'> & { at: Date })[] = await manager.query(
    `WITH RECURSIVE family (id) AS (
       SELECT $1::uuid
       UNION
       SELECT ticket.id FROM ticket JOIN family ON ticket.merged_into = family.id WHERE ${visible}
     )
     SELECT ticket_id AS "ticketId", at, what, changed_from AS "from", changed_to AS "to", note,
            actor_id AS "byId", actor_name AS "byName"
       FROM ticket_entry WHERE ticket_id IN (SELECT id FROM family) ORDER BY at, seq`,
    [ticketId],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

export function presentTicket(row: TicketEntity): Ticket {
  const { id, number, kind, medical, dispute, confidential, colour, settlement, channel } = row;
  const { patientId, reporterName, reporterPhone, subject, text, departmentCode, staffMemberId } = row;
  const { complainantType, holderId, holderName, deskDepartmentCode, state } = row;
  const { openedByName, solution, stopReason, reopened, mergedInto, version } = row;
  return {
    ...{ id, number, kind, medical, dispute, confidential, colour, settlement, channel },
    ...{ patientId, reporterName, reporterPhone, subject, text, departmentCode, staffMemberId },
    ...{ complainantType, holderId, holderName, deskDepartmentCode, state },
    receivedAt: row.receivedAt.toISOString(),
    openedAt: row.openedAt.toISOString(),
    openedByName,
    claimedAt: row.claimedAt?.toISOString() ?? null,
    repliedAt: row.repliedAt?.toISOString() ?? null,
    waitingSince: row.waitingSince?.toISOString() ?? null,
    solvedAt: row.solvedAt?.toISOString() ?? null,
    solution,
    endedAt: row.endedAt?.toISOString() ?? null,
    ...{ stopReason, reopened, mergedInto },
    allowed: allowedFrom(state),
    version,
  };
}
