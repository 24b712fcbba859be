import { ComplaintConfirmedV1, ComplaintOverturnedV1 } from '#contracts';
import { Clock, Problem, stateChange, stateSubject, transact, type FieldFault } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { dayAt } from '../awards/period.rules.js';
import { ComplaintsConfig } from '../complaints.config.js';
import { Effects } from '../tickets/effects.js';
import { TicketChanges } from '../tickets/ticket-changes.js';
import { factsOf } from '../tickets/ticket-events.js';
import { TicketSteps } from '../tickets/ticket-steps.js';
import type { TicketEntity } from '../tickets/ticket.entity.js';
import { CaseAccess } from './case-access.js';
import { CaseReading } from './case-reading.js';
import { caseOf, writeCase, type CaseRow } from './case-rows.js';
import { mayJudge } from './case.rules.js';
import type { CaseFile, NewFinding } from './cases.dto.js';
import { accusedOf, forgetFindings, type Accused } from './confirmed-against.js';
import { ErasedFindings } from './erased-findings.js';
import { unknownIn } from '../staff/known-subjects.js';

const KEEP = `
  INSERT INTO confirmed_against (ticket_id, number, against, subject, received_on)
  SELECT $1::uuid, $2::text, 'department', code, $5::date FROM unnest($3::text[]) AS code
  UNION ALL SELECT $1::uuid, $2::text, 'person', id, $5::date FROM unnest($4::text[]) AS id`;

/** Whether a complaint was justified (CP-8). It is dated by receipt, whenever it is found. */
@Injectable()
export class Findings {
  constructor(
    private readonly source: DataSource,
    private readonly access: CaseAccess,
    private readonly changes: TicketChanges,
    private readonly steps: TicketSteps,
    private readonly reading: CaseReading,
    private readonly erased: ErasedFindings,
    private readonly clock: Clock,
    private readonly config: ComplaintsConfig,
  ) {}

  /**
   * Confirmed anew, with others, the last finding counts. Overturned whatever became of the ticket, also when it is gone
   * with a person who was erased.
   * @throws Problem 400 for nobody, or somebody unknown; 403, 404; 409 `case-not-investigated`, `complaint-not-confirmed`
   */
  judge(ticketId: string, said: NewFinding): Promise<CaseFile> {
    return transact(this.source, async (tx) => {
      const effects = new Effects({ now: this.clock.now(), zone: this.config.hospitalZone });
      if (said.validity === 'overturned' && (await this.erased.has(tx, ticketId)))
        return this.erased.overturn(tx, ticketId, said, effects);
      const ticket = await this.access.lock(tx, ticketId, said.validity);
      const known = await caseOf(tx, ticketId);
      await requireSense(tx, known, said);
      const before = accusedOf(await forgetFindings(tx, ticketId));
      const after = { departmentCodes: said.departmentCodes ?? [], staffMemberIds: said.staffMemberIds ?? [] };
      const receivedOn = dayAt(ticket.receivedAt, this.config.hospitalZone);
      const { departmentCodes, staffMemberIds } = after;
      await tx.query(KEEP, [ticketId, ticket.number, departmentCodes, staffMemberIds, receivedOn]);
      await writeCase(tx, ticketId, { validity: said.validity, judgedAt: effects.occasion.now });
      await this.tell(tx, ticket, said, said.validity === 'confirmed' ? after : before, receivedOn, effects);
      stateSubject(ticket.patientId ?? ticket.id);
      const stated = { validity: said.validity, ...after };
      stateChange('complaint-finding', ticketId, { validity: known.validity, ...before }, stated);
      await this.steps.announce(tx, effects);
      return this.reading.of(tx, ticket);
    });
  }

  private async tell(
    tx: EntityManager,
    ticket: TicketEntity,
    { validity, reason }: NewFinding,
    accused: Accused,
    receivedOn: string,
    effects: Effects,
  ): Promise<void> {
    const to = [...accused.departmentCodes, ...accused.staffMemberIds].join(' ');
    await this.changes.enter(tx, ticket, { what: `case-${validity}`, to, note: reason }, effects);
    const receivedAt = ticket.receivedAt.toISOString();
    const data = { ...factsOf(ticket, effects.occasion), ...accused, receivedAt, receivedOn };
    effects.event(validity === 'confirmed' ? ComplaintConfirmedV1 : ComplaintOverturnedV1, data);
  }
}

async function requireSense(tx: EntityManager, known: CaseRow, said: NewFinding): Promise<void> {
  if (!mayJudge(known.validity, said.validity)) throw Problem.conflict('complaint-not-confirmed');
  if (known.investigatedAt === null) throw Problem.conflict('case-not-investigated');
  const { validity, departmentCodes = [], staffMemberIds = [] } = said;
  const names = departmentCodes.length + staffMemberIds.length;
  const faults: FieldFault[] = [];
  if (validity === 'confirmed' && names === 0) faults.push({ field: 'departmentCodes', code: 'nobody-responsible' });
  if (validity === 'overturned' && names > 0) faults.push({ field: 'departmentCodes', code: 'only-confirmed' });
  if (faults.length === 0) faults.push(...(await unknownIn(tx, { departmentCodes, staffMemberIds })));
  if (faults.length > 0) throw Problem.invalid(faults);
}
