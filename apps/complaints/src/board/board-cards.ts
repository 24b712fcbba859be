import { prepared } from '#platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Effects } from '../tickets/effects.js';
import { TicketListeners, type TicketListener } from '../tickets/ticket-listener.js';
import type { TicketEntity } from '../tickets/ticket.entity.js';

/** The running colour clock, whichever of the listeners hears of the ticket first: later changes come by the trigger. */
const PUT = `
  INSERT INTO board_card (ticket_id, colour, kind, state, department_code, desk_department_code, holder_id, dispute,
                          confidential, received_at, due_at, at_work, change, changed_at, shown)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
         (SELECT due_at FROM clock WHERE subject_id = $1 AND kind = 'solution' AND stopped_at IS NULL),
         $4 NOT IN ('closed', 'merged', 'stopped'), nextval('board_change'), $11, NOT ($8 OR $9)
  ON CONFLICT (ticket_id) DO UPDATE
    SET colour = excluded.colour, kind = excluded.kind, state = excluded.state,
        department_code = excluded.department_code, desk_department_code = excluded.desk_department_code,
        holder_id = excluded.holder_id, dispute = excluded.dispute, confidential = excluded.confidential,
        received_at = excluded.received_at, due_at = excluded.due_at, at_work = excluded.at_work,
        change = excluded.change, changed_at = excluded.changed_at,
        shown = board_card.shown OR excluded.shown`;

/** Keeps the board's card of each ticket, in the transaction that changes the ticket (CP-10). */
@Injectable()
export class BoardCards implements TicketListener, OnModuleInit {
  constructor(private readonly listeners: TicketListeners) {}

  onModuleInit(): void {
    this.listeners.add(this);
  }

  onOpened = put;
  onClaimed = put;
  onPaused = put;
  onResumed = put;
  onSolved = put;
  onClosed = put;
  onReopened = put;
  onStopped = put;
  onMerged = put;
  onReassigned = put;
  onUnmerged = (tx: EntityManager, ticket: Readonly<TicketEntity>, _what: object, effects: Effects) =>
    put(tx, ticket, effects);
  onRecoloured = (tx: EntityManager, ticket: Readonly<TicketEntity>, _what: object, effects: Effects) =>
    put(tx, ticket, effects);
  onReclassified = (tx: EntityManager, ticket: Readonly<TicketEntity>, _what: object, effects: Effects) =>
    put(tx, ticket, effects);
}

async function put(tx: EntityManager, ticket: Readonly<TicketEntity>, { occasion }: Effects): Promise<void> {
  const { id, colour, kind, state, departmentCode, deskDepartmentCode, holderId, dispute, confidential } = ticket;
  await prepared(tx, 'board.put', PUT, [
    ...[id, colour, kind, state, departmentCode, deskDepartmentCode, holderId, dispute, confidential],
    ...[ticket.receivedAt, occasion.now],
  ]);
}
