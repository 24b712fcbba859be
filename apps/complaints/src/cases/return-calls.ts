import { ComplaintCallRequestedV1, ComplaintCallWithdrawnV1, type ComplaintCallOutcome } from '#contracts';
import { currentContext, newId } from '#platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Effects } from '../tickets/effects.js';
import { TicketChanges } from '../tickets/ticket-changes.js';
import { TicketLife } from '../tickets/ticket-life.js';
import { TicketListeners, type TicketListener } from '../tickets/ticket-listener.js';
import type { TicketEntity } from '../tickets/ticket.entity.js';
import { lastCall, type ReturnCallRow } from './return-call-rows.js';

/** What came of a call. */
export interface CallResult {
  outcome: ComplaintCallOutcome;
  /** What the patient answered, in follow-up. */
  responseId?: string | undefined;
  /** In the words of who called. */
  note?: string | undefined;
}

const UNSATISFIED = '回访不满意，重新受理 The complainant is not satisfied: taken up again';

const ASK = 'INSERT INTO return_call (id, ticket_id, patient_id, requested_at) VALUES ($1, $2, $3, $4)';
const END = 'UPDATE return_call SET outcome = $2, response_id = $3, ended_at = $4, ended_by_name = $5 WHERE id = $1';

/** After closing, whoever complained is asked whether it was settled well; if not, it goes on (CP-4). */
@Injectable()
export class ReturnCalls implements TicketListener, OnModuleInit {
  constructor(
    private readonly listeners: TicketListeners,
    private readonly changes: TicketChanges,
    private readonly life: TicketLife,
  ) {}

  onModuleInit(): void {
    this.listeners.add(this);
  }

  /**
   * Follow-up calls patients; anybody else is called by the centre, which enters what came of it. So is whoever told
   * of a dispute, or in confidence: in follow-up everybody would see that there was a complaint (CP-3).
   */
  async onClosed(tx: EntityManager, ticket: Readonly<TicketEntity>, effects: Effects): Promise<void> {
    if (ticket.kind !== 'complaint') return;
    const { id: ticketId, number: ticketNumber, dispute, confidential } = ticket;
    const patientId = dispute || confidential ? null : ticket.patientId;
    const [callId, { now }] = [newId(), effects.occasion];
    await tx.query(ASK, [callId, ticketId, patientId, now]);
    if (patientId === null) return;
    effects.event(ComplaintCallRequestedV1, {
      ...{ callId, ticketId, ticketNumber, patientId },
      requestedAt: now.toISOString(),
    });
  }

  async onReopened(tx: EntityManager, ticket: Readonly<TicketEntity>, effects: Effects): Promise<void> {
    const call = await lastCall(tx, ticket.id);
    if (call?.outcome !== null) return;
    await tx.query('UPDATE return_call SET withdrawn_at = $2 WHERE id = $1', [call.id, effects.occasion.now]);
    withdraw(call, effects);
  }

  /** The ticket is locked. Whoever is not satisfied gets it taken up again, once a call; the answer may be corrected later. */
  async end(
    tx: EntityManager,
    ticket: TicketEntity,
    call: ReturnCallRow,
    { outcome, responseId, note }: CallResult,
    effects: Effects,
  ): Promise<void> {
    const { now } = effects.occasion;
    await tx.query(END, [call.id, outcome, responseId ?? null, now, currentContext()?.actor?.name || null]);
    const entry = { what: 'case-return-call', from: call.outcome, to: outcome, note: note ?? null };
    await this.changes.enter(tx, ticket, entry, effects);
    const isOpenMatter = outcome === 'unsatisfied' && call.reopenedAt === null && call.withdrawnAt === null;
    if (!isOpenMatter || ticket.state !== 'closed') return;
    // Of an earlier round: what was done since has a call of its own.
    if ((await lastCall(tx, ticket.id))?.id !== call.id) return;
    await tx.query('UPDATE return_call SET reopened_at = $2 WHERE id = $1', [call.id, now]);
    await this.life.reopen(tx, ticket, UNSATISFIED, effects);
  }

  /** The centre called by itself: nobody else needs to. */
  async endByCentre(
    tx: EntityManager,
    ticket: TicketEntity,
    call: ReturnCallRow,
    result: CallResult,
    effects: Effects,
  ): Promise<void> {
    if (call.outcome === null) withdraw(call, effects);
    await this.end(tx, ticket, call, result, effects);
  }
}

function withdraw({ id: callId, ticketId, patientId }: ReturnCallRow, effects: Effects): void {
  if (patientId !== null) effects.event(ComplaintCallWithdrawnV1, { callId, ticketId, patientId });
}
