import { ComplaintOverturnedV1 } from '#contracts';
import { Problem, stateChange, stateSubject } from '#platform';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Effects } from '../tickets/effects.js';
import { TicketAccess } from '../tickets/ticket-access.js';
import { TicketSteps } from '../tickets/ticket-steps.js';
import type { CaseFile, NewFinding } from './cases.dto.js';
import { accusedOf, forgetFindings, type KeptFinding } from './confirmed-against.js';

const GONE = `
  SELECT EXISTS (SELECT FROM confirmed_against WHERE ticket_id = $1)
     AND NOT EXISTS (SELECT FROM ticket WHERE id = $1) AS gone`;

/**
 * Findings whose ticket is gone with a person who was erased (PT-9). They still count, so they can be taken back (CP-8): by
 * whoever may see everything, because nothing says any more whether it was a dispute, or told in confidence (CP-3).
 */
@Injectable()
export class ErasedFindings {
  constructor(
    private readonly tickets: TicketAccess,
    private readonly steps: TicketSteps,
  ) {}

  async has(tx: EntityManager, ticketId: string): Promise<boolean> {
    const [row]: { gone: boolean }[] = await tx.query(GONE, [ticketId]);
    return row?.gone === true;
  }

  /** Leaves nothing but the entry of the audit. @throws Problem 400 with names; 403; 404 when another call took it back */
  async overturn(tx: EntityManager, ticketId: string, said: NewFinding, effects: Effects): Promise<CaseFile> {
    this.tickets.require({ dispute: true, confidential: true });
    if ((said.departmentCodes ?? []).length + (said.staffMemberIds ?? []).length > 0)
      throw Problem.invalid([{ field: 'departmentCodes', code: 'only-confirmed' }]);
    const findings = await forgetFindings(tx, ticketId);
    const [first] = findings;
    if (!first) throw Problem.notFound('ticket', ticketId);
    effects.event(ComplaintOverturnedV1, overturnedOf(ticketId, first, findings, effects));
    stateSubject(ticketId);
    const stated = { validity: 'overturned', departmentCodes: [], staffMemberIds: [], reason: said.reason };
    stateChange('complaint-finding', ticketId, { validity: 'confirmed', ...accusedOf(findings) }, stated);
    await this.steps.announce(tx, effects);
    return whatIsLeft(ticketId, effects.occasion.now);
  }
}

/** Of the ticket only its number and the day are known: for few, as a complaint of the colour that others have. */
function overturnedOf(
  ticketId: string,
  { number, receivedOn }: KeptFinding,
  findings: readonly KeptFinding[],
  { occasion: { now, zone } }: Effects,
): ComplaintOverturnedV1 {
  const begins = Temporal.PlainDate.from(receivedOn).toZonedDateTime(zone).toInstant();
  return {
    ...{ ticketId, number, subjectId: ticketId, kind: 'complaint', colour: 'yellow', restricted: true },
    ...{ ...accusedOf(findings), receivedOn, receivedAt: begins.toString(), at: now.toISOString() },
  };
}

function whatIsLeft(ticketId: string, now: Date): CaseFile {
  return {
    ...{ ticketId, ending: 'erased', medical: null, dispute: false, cause: null, against: [] },
    ...{ compensation: null, compensationFen: null, investigatedAt: null, concludedAt: null },
    ...{ compensatedAt: null, soothedAt: null, validity: 'overturned', judgedAt: now.toISOString() },
    ...{ steps: [], measures: [], returnCalls: [], missing: [] },
  };
}
