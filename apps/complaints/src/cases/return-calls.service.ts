import { Clock, Problem, stateChange, stateSubject, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ComplaintsConfig } from '../complaints.config.js';
import { Effects } from '../tickets/effects.js';
import { TicketSteps } from '../tickets/ticket-steps.js';
import { CaseAccess } from './case-access.js';
import { CaseReading } from './case-reading.js';
import type { CaseFile, NewCallResult } from './cases.dto.js';
import { isAnswer, lastCall } from './return-call-rows.js';
import { ReturnCalls } from './return-calls.js';

/** Calls that the centre makes itself, for instance of whoever is no patient (CP-4). */
@Injectable()
export class EnteredReturnCalls {
  constructor(
    private readonly source: DataSource,
    private readonly access: CaseAccess,
    private readonly calls: ReturnCalls,
    private readonly steps: TicketSteps,
    private readonly reading: CaseReading,
    private readonly clock: Clock,
    private readonly config: ComplaintsConfig,
  ) {}

  /** @throws Problem 403, 404; 409 `case-over` while it is not closed, `return-call-answered` */
  enter(ticketId: string, result: NewCallResult): Promise<CaseFile> {
    return transact(this.source, async (tx) => {
      const ticket = await this.access.lock(tx, ticketId, 'return-call');
      const call = await lastCall(tx, ticketId);
      if (!call || isAnswer(call.outcome))
        throw Problem.conflict('return-call-answered', {}, { outcome: call?.outcome ?? null });
      const effects = new Effects({ now: this.clock.now(), zone: this.config.hospitalZone });
      await this.calls.endByCentre(tx, ticket, call, result, effects);
      stateSubject(ticket.patientId ?? ticket.id);
      stateChange('return-call', call.id, { outcome: call.outcome }, { outcome: result.outcome });
      await this.steps.announce(tx, effects);
      return this.reading.of(tx, ticket);
    });
  }
}
