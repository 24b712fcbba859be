import { TicketReassignedV1, TicketReclassifiedV1, TicketRecolouredV1, type TicketColour } from '#contracts';
import { Problem, Rights } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KnownStaff } from '../staff/known-staff.js';
import type { Effects } from './effects.js';
import { TicketChanges } from './ticket-changes.js';
import { factsOf } from './ticket-events.js';
import { maySee } from './ticket-access.js';
import { TicketListeners } from './ticket-listener.js';
import { TicketWithdrawal } from './ticket-withdrawal.js';
import type { TicketEntity } from './ticket.entity.js';

/** To whom a ticket is handed: an account, the desk of a department, or both. */
export interface Hands {
  accountId?: string | undefined;
  departmentCode?: string | undefined;
}

/** What of a ticket can be put right. */
export type Reclassification = Partial<
  Pick<TicketEntity, 'kind' | 'medical' | 'dispute' | 'settlement' | 'departmentCode' | 'staffMemberId'>
>;

/** Hands a ticket on, gives it another colour, and puts right what it was taken for. The ticket is locked. */
@Injectable()
export class TicketHanding {
  constructor(
    private readonly changes: TicketChanges,
    private readonly listeners: TicketListeners,
    private readonly withdrawal: TicketWithdrawal,
    private readonly staff: KnownStaff,
    private readonly rights: Rights,
  ) {}

  /**
   * To a department alone it waits there for somebody; to an account it is at work.
   * @throws Problem 400 for an account or department nobody knows, or that may not learn of the
   * ticket; 409
   */
  async reassign(
    tx: EntityManager,
    ticket: TicketEntity,
    { accountId, departmentCode }: Hands,
    reason: string,
    effects: Effects,
  ): Promise<void> {
    this.changes.next(ticket, 'reassign');
    const holder = accountId === undefined ? null : await this.holder(tx, ticket, accountId);
    // Nobody of the department concerned may learn of it.
    if (ticket.confidential && departmentCode !== undefined && departmentCode === ticket.departmentCode) {
      throw Problem.invalid([{ field: 'departmentCode', code: 'department-concerned' }]);
    }
    if (departmentCode !== undefined && !(await this.staff.hasDepartment(tx, departmentCode))) {
      throw Problem.invalid([{ field: 'departmentCode', code: 'department-unknown' }]);
    }
    const isWorkedOn = ticket.state !== 'solved';
    const { now } = effects.occasion;
    const change: Partial<TicketEntity> = {
      ...{ holderId: holder?.id ?? null, holderName: holder?.name ?? null, deskDepartmentCode: departmentCode ?? null },
      ...(isWorkedOn && holder === null ? { state: 'open' as const, waitingSince: null } : {}),
      ...(holder && ticket.state === 'open' ? { state: 'claimed' as const, claimedAt: ticket.claimedAt ?? now } : {}),
    };
    const names = [ticket.holderName ?? ticket.deskDepartmentCode, holder?.name ?? holder?.id ?? departmentCode];
    const entry = { what: 'reassigned', from: names[0] ?? null, to: names[1] ?? null, note: reason };
    const wasWaiting = ticket.state === 'waiting-for-patient' && change.state === 'open';
    await this.changes.write(tx, ticket, change, entry, effects);
    effects.event(TicketReassignedV1, {
      ...factsOf(ticket, effects.occasion),
      ...(holder ? { holderId: holder.id } : {}),
      ...(departmentCode === undefined ? {} : { deskDepartmentCode: departmentCode }),
    });
    if (wasWaiting) await this.listeners.tell('onResumed', tx, ticket, effects);
    await this.listeners.tell('onReassigned', tx, ticket, effects);
    if (change.state === 'claimed') await this.listeners.tell('onClaimed', tx, ticket, effects);
  }

  /** @throws Problem 409 */
  async recolour(
    tx: EntityManager,
    ticket: TicketEntity,
    colour: TicketColour,
    reason: string,
    effects: Effects,
  ): Promise<void> {
    this.changes.next(ticket, 'recolour');
    const from = ticket.colour;
    if (from === colour) return;
    await this.changes.write(tx, ticket, { colour }, { what: 'recoloured', from, to: colour, note: reason }, effects);
    effects.event(TicketRecolouredV1, { ...factsOf(ticket, effects.occasion), from });
    await this.listeners.tell('onRecoloured', tx, ticket, { from }, effects);
  }

  /** Leaves the colour: who wants another one says why (`recolour`). @throws Problem 409 */
  async reclassify(
    tx: EntityManager,
    ticket: TicketEntity,
    wanted: Reclassification,
    reason: string | null,
    effects: Effects,
  ): Promise<void> {
    this.changes.next(ticket, 'reclassify');
    const before = { ...ticket };
    const changed = Object.entries(wanted).filter(
      ([name, value]) => value !== undefined && before[name as keyof TicketEntity] !== value,
    );
    if (changed.length === 0) return;
    const after: TicketEntity = { ...ticket, ...Object.fromEntries(changed) };
    if (after.dispute && after.medical === false) throw Problem.conflict('dispute-not-medical');
    const text = (of: TicketEntity) =>
      changed.map(([name]) => `${name}=${String(of[name as keyof TicketEntity])}`).join(' ');
    const entry = { what: 'reclassified', from: text(before), to: text(after), note: reason };
    await this.changes.write(tx, ticket, Object.fromEntries(changed), entry, effects);
    effects.event(TicketReclassifiedV1, factsOf(ticket, effects.occasion));
    await this.listeners.tell('onReclassified', tx, ticket, { before }, effects);
    if (isForFewer(ticket, before)) await this.withdrawal.fromUnsighted(tx, ticket, effects);
  }

  private async holder(
    tx: EntityManager,
    ticket: TicketEntity,
    id: string,
  ): Promise<{ id: string; name: string | null }> {
    const account = await this.staff.account(tx, id);
    if (!account) throw Problem.invalid([{ field: 'accountId', code: 'account-unknown' }]);
    const may = (right: Parameters<Rights['allows']>[1]) => this.rights.allows({ roles: account.roles }, right);
    if (!may('complaints.handle') || !maySee(ticket, may))
      throw Problem.invalid([{ field: 'accountId', code: 'account-without-right' }]);
    return { id: account.id, name: account.name };
  }
}

function isForFewer(now: Readonly<TicketEntity>, before: Readonly<TicketEntity>): boolean {
  return (now.dispute && !before.dispute) || (now.confidential && !before.confidential);
}
