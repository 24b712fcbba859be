import { Clock, Problem, stateChange, stateSubject, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clocks } from '../clocks/clocks.js';
import { owesSoothingCall } from '../clocks/ticket-clocks.rules.js';
import { ComplaintsConfig } from '../complaints.config.js';
import { Effects } from '../tickets/effects.js';
import { TicketChanges } from '../tickets/ticket-changes.js';
import { TicketHanding } from '../tickets/ticket-handing.js';
import { TicketSteps, type TicketEntry } from '../tickets/ticket-steps.js';
import type { TicketEntity } from '../tickets/ticket.entity.js';
import { CaseAccess } from './case-access.js';
import { CaseReading } from './case-reading.js';
import { caseOf, writeCase, type CaseRow } from './case-rows.js';
import type { CaseWork } from './case.rules.js';
import type {
  CaseFile,
  DisputeMark,
  NewCaseStep,
  NewCompensation,
  NewConclusion,
  NewSoothingCall,
} from './cases.dto.js';

/** The four steps of a complaint: each is entered with who and when, and never edited (CP-4). */
@Injectable()
export class Cases {
  constructor(
    private readonly source: DataSource,
    private readonly access: CaseAccess,
    private readonly changes: TicketChanges,
    private readonly handing: TicketHanding,
    private readonly steps: TicketSteps,
    private readonly reading: CaseReading,
    private readonly clocks: Clocks,
    private readonly clock: Clock,
    private readonly config: ComplaintsConfig,
  ) {}

  /** @throws Problem 403, 404, 409 as all that follow */
  record(ticketId: string, { step, text }: NewCaseStep): Promise<CaseFile> {
    return this.work(ticketId, 'words', async (tx, ticket, effects) => {
      await this.enter(tx, ticket, { what: `case-${step}`, note: text }, effects);
      const isLookedInto = step === 'verification' || step === 'investigation';
      return isLookedInto ? { investigatedAt: effects.occasion.now } : {};
    });
  }

  /** CP-3: of a complaint that is not medical. Given again, the last one counts. */
  compensate(ticketId: string, { kind, text, valueFen }: NewCompensation): Promise<CaseFile> {
    return this.work(ticketId, 'settling', async (tx, ticket, effects) => {
      if (ticket.medical !== false) throw Problem.conflict('case-medical');
      await this.enter(tx, ticket, { what: 'case-compensation', to: kind, note: text }, effects);
      await this.clocks.stop(tx, ticketId, 'compensation', effects.occasion.now);
      return { compensation: kind, compensationFen: valueFen ?? null, compensatedAt: effects.occasion.now };
    });
  }

  /** CP-3: only medical affairs and legal see it from now on; whoever marked it, too, does so no more. It is medical. */
  mark(ticketId: string, { dispute, reason }: DisputeMark): Promise<void> {
    return transact(this.source, async (tx) => {
      const ticket = await this.access.lock(tx, ticketId, 'settling');
      const effects = new Effects({ now: this.clock.now(), zone: this.config.hospitalZone });
      stateSubject(ticket.patientId ?? ticket.id);
      const wanted = dispute ? { dispute, medical: true } : { dispute };
      await this.handing.reclassify(tx, ticket, wanted, reason, effects);
      await this.steps.announce(tx, effects);
    });
  }

  /** CP-3, CP-6: of a medical complaint, or one on a review platform. */
  soothe(ticketId: string, { text }: NewSoothingCall): Promise<CaseFile> {
    return this.work(ticketId, 'settling', async (tx, ticket, effects) => {
      if (!owesSoothingCall(ticket)) throw Problem.conflict('case-not-medical');
      await this.enter(tx, ticket, { what: 'case-soothing-call', note: text }, effects);
      await this.clocks.stop(tx, ticketId, 'soothing-call', effects.occasion.now);
      return { soothedAt: (await caseOf(tx, ticketId)).soothedAt ?? effects.occasion.now };
    });
  }

  /** Cause, consequence assessment and recovery measure 服务补救, asked for before closing (CP-4). */
  conclude(ticketId: string, { cause, causeNote, consequence, recovery }: NewConclusion): Promise<CaseFile> {
    return this.work(ticketId, 'settling', async (tx, ticket, effects) => {
      await this.enter(tx, ticket, { what: 'case-cause', to: cause, note: causeNote }, effects);
      await this.enter(tx, ticket, { what: 'case-consequence', note: consequence }, effects);
      await this.enter(tx, ticket, { what: 'case-recovery', note: recovery }, effects);
      return { cause, concludedAt: effects.occasion.now };
    });
  }

  private work(
    ticketId: string,
    kind: CaseWork,
    does: (tx: EntityManager, ticket: TicketEntity, effects: Effects) => Promise<Partial<CaseRow>>,
  ): Promise<CaseFile> {
    return transact(this.source, async (tx) => {
      const ticket = await this.access.lock(tx, ticketId, kind);
      const effects = new Effects({ now: this.clock.now(), zone: this.config.hospitalZone });
      const before = await caseOf(tx, ticketId);
      const change = await does(tx, ticket, effects);
      if (Object.keys(change).length > 0) await writeCase(tx, ticketId, change);
      stateSubject(ticket.patientId ?? ticket.id);
      stateChange('complaint-case', ticketId, before, { ...before, ...change });
      await this.steps.announce(tx, effects);
      return this.reading.of(tx, ticket);
    });
  }

  private enter(tx: EntityManager, ticket: TicketEntity, entry: TicketEntry, effects: Effects): Promise<void> {
    return this.changes.enter(tx, ticket, entry, effects);
  }
}
