import { TicketReassignedV1 } from '#contracts';
import { currentContext, Rights, type Actor } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KnownStaff } from '../staff/known-staff.js';
import type { Effects } from './effects.js';
import { maySee } from './ticket-access.js';
import { TicketChanges } from './ticket-changes.js';
import { factsOf } from './ticket-events.js';
import { TicketListeners } from './ticket-listener.js';
import type { TicketEntity } from './ticket.entity.js';

type Roles = Pick<Actor, 'roles'>;

const NOTE = '无权查看，已收回 Taken from whoever may not see it any more';

/** Takes a ticket that became one for few from everybody else (CP-3): they would be warned of what they cannot open. */
@Injectable()
export class TicketWithdrawal {
  constructor(
    private readonly changes: TicketChanges,
    private readonly listeners: TicketListeners,
    private readonly staff: KnownStaff,
    private readonly rights: Rights,
  ) {}

  /** The ticket is locked, and stands as it is now. Without a holder it waits for somebody, as when it is handed to a desk. */
  async fromUnsighted(tx: EntityManager, ticket: TicketEntity, effects: Effects): Promise<void> {
    await this.fromWatchers(tx, ticket);
    const { holderId, holderName, deskDepartmentCode } = ticket;
    if (holderId === null || (await this.sees(tx, ticket, holderId))) return;
    const wasWaiting = ticket.state === 'waiting-for-patient';
    const change: Partial<TicketEntity> = {
      ...{ holderId: null, holderName: null },
      ...(ticket.state === 'solved' ? {} : { state: 'open' as const, waitingSince: null }),
    };
    const entry = { what: 'reassigned', from: holderName ?? holderId, to: deskDepartmentCode, note: NOTE };
    await this.changes.write(tx, ticket, change, entry, effects);
    effects.event(TicketReassignedV1, {
      ...factsOf(ticket, effects.occasion),
      ...(deskDepartmentCode === null ? {} : { deskDepartmentCode }),
    });
    if (wasWaiting) await this.listeners.tell('onResumed', tx, ticket, effects);
    await this.listeners.tell('onReassigned', tx, ticket, effects);
  }

  private async fromWatchers(tx: EntityManager, ticket: TicketEntity): Promise<void> {
    const watchers: { id: string }[] = await tx.query(
      'SELECT account_id AS id FROM ticket_watcher WHERE ticket_id = $1 ORDER BY account_id',
      [ticket.id],
    );
    for (const { id } of watchers) {
      if (await this.sees(tx, ticket, id)) continue;
      await tx.query('DELETE FROM ticket_watcher WHERE ticket_id = $1 AND account_id = $2', [ticket.id, id]);
    }
  }

  /** Of an account that staff does not know only the caller's own rights are known. */
  private async sees(tx: EntityManager, ticket: TicketEntity, accountId: string): Promise<boolean> {
    const actor = currentContext()?.actor;
    const account: Roles | null = actor?.id === accountId ? actor : await this.staff.account(tx, accountId);
    return account !== null && maySee(ticket, (right) => this.rights.allows(account, right));
  }
}
