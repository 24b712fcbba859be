import { stateSubject } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { TicketEntity } from '../tickets/ticket.entity.js';
import { CaseAccess } from './case-access.js';
import { CaseClosing } from './case-closing.js';
import { caseOf } from './case-rows.js';
import type { CaseFile, CaseStep, ConfirmedAgainst } from './cases.dto.js';
import { presentMeasure } from './measures.query.js';
import { MeasureEntity } from './measure.entity.js';
import { endingOf } from './case.rules.js';
import { callsOf } from './return-call-rows.js';

const STEPS = `
  SELECT at, substr(what, 6) AS what, changed_to AS "to", note, actor_name AS "byName"
    FROM ticket_entry WHERE ticket_id = $1 AND what LIKE 'case-%' ORDER BY seq`;
const AGAINST = 'SELECT against, subject FROM confirmed_against WHERE ticket_id = $1 ORDER BY against, subject';

/** The case of a complaint, whole. */
@Injectable()
export class CaseReading {
  constructor(
    private readonly source: DataSource,
    private readonly access: CaseAccess,
    private readonly closing: CaseClosing,
  ) {}

  /** @throws Problem 403, 404; 409 `not-a-complaint` of what never was one */
  async read(ticketId: string): Promise<CaseFile> {
    const { manager } = this.source;
    const ticket = await this.access.read(manager, ticketId);
    stateSubject(ticket.patientId ?? ticket.id);
    return this.of(manager, ticket);
  }

  async of(tx: EntityManager, ticket: TicketEntity): Promise<CaseFile> {
    const { id: ticketId, medical, dispute } = ticket;
    const row = await caseOf(tx, ticketId);
    const steps: (Omit<CaseStep, 'at'> & { at: Date })[] = await tx.query(STEPS, [ticketId]);
    const against: ConfirmedAgainst[] = await tx.query(AGAINST, [ticketId]);
    const measures = await tx.find(MeasureEntity, { where: { ticketId }, order: { plannedAt: 'ASC', id: 'ASC' } });
    return {
      ...{ ticketId, ending: endingOf(ticket), medical, dispute, cause: row.cause, validity: row.validity, against },
      ...{ compensation: row.compensation, compensationFen: row.compensationFen },
      ...{ investigatedAt: iso(row.investigatedAt), concludedAt: iso(row.concludedAt) },
      ...{ compensatedAt: iso(row.compensatedAt), soothedAt: iso(row.soothedAt), judgedAt: iso(row.judgedAt) },
      steps: steps.map(({ at, ...step }) => ({ ...step, at: at.toISOString() })),
      measures: measures.map(presentMeasure),
      returnCalls: await callsOf(tx, ticketId),
      missing: await this.closing.missing(tx, ticket),
    };
  }
}

function iso(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}
