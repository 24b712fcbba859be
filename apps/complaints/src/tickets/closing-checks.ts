import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TicketEntity } from './ticket.entity.js';

/** What a part of this service asks for before a ticket may be closed (CP-4). */
export interface ClosingCheck {
  /** Stable words for what is missing, for instance `cause`; none when nothing is. The ticket is locked. */
  missing(tx: EntityManager, ticket: Readonly<TicketEntity>): Promise<string[]>;
}

/** The checks of this service, which add themselves in `onModuleInit`. */
@Injectable()
export class ClosingChecks {
  private readonly checks: ClosingCheck[] = [];

  add(check: ClosingCheck): void {
    this.checks.push(check);
  }

  async missing(tx: EntityManager, ticket: Readonly<TicketEntity>): Promise<string[]> {
    const missing: string[] = [];
    for (const check of this.checks) missing.push(...(await check.missing(tx, ticket)));
    return missing;
  }
}
