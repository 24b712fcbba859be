import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ClosingChecks, type ClosingCheck } from '../tickets/closing-checks.js';
import { TicketListeners, type TicketListener } from '../tickets/ticket-listener.js';
import type { TicketEntity } from '../tickets/ticket.entity.js';
import { caseOf, writeCase } from './case-rows.js';
import { missingBeforeClosing, type MissingStep } from './closing.rules.js';

/** No complaint is closed before its case is complete; one that is taken up again is concluded again (CP-4). */
@Injectable()
export class CaseClosing implements ClosingCheck, TicketListener, OnModuleInit {
  constructor(
    private readonly checks: ClosingChecks,
    private readonly listeners: TicketListeners,
  ) {}

  onModuleInit(): void {
    this.checks.add(this);
    this.listeners.add(this);
  }

  async missing(tx: EntityManager, ticket: Readonly<TicketEntity>): Promise<MissingStep[]> {
    return missingBeforeClosing({ ...(await caseOf(tx, ticket.id)), ...standingOf(ticket) });
  }

  /** The conclusion was not the end of it; what was given, and whoever was called, was all the same. */
  async onReopened(tx: EntityManager, ticket: Readonly<TicketEntity>): Promise<void> {
    if (ticket.kind === 'complaint') await writeCase(tx, ticket.id, { concludedAt: null });
  }
}

function standingOf({ kind, medical, channel, settlement }: Readonly<TicketEntity>) {
  return { kind, medical, channel, settlement };
}
