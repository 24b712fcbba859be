import { Injectable } from '@nestjs/common';
import { dayOf } from '../calendar/hospital-day.rules.js';
import { statedMoment } from '../calendar/stated-moment.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { joinContacts } from '../plans/joining.rules.js';
import { firstVisits, recurringVisit, type Anchor, type ScheduledVisit } from '../plans/schedule.rules.js';
import { reasonOf } from './explanation.rules.js';
import type { Preview, PreviewedContact, PreviewedProtocol, PreviewRequest } from './preview.dto.js';
import type { ProtocolDefinition } from './protocol.rules.js';
import { ProtocolsService } from './protocols.service.js';

const OF_A_SERIES = 4;

/** What a protocol would ask for, without a patient and without storing anything (FU-5). */
@Injectable()
export class Previews {
  constructor(
    private readonly protocols: ProtocolsService,
    private readonly config: FollowUpConfig,
  ) {}

  /** @throws Problem 400, 404 */
  async preview(code: string, version: number, { anchoredAt, beside = [] }: PreviewRequest): Promise<Preview> {
    const wanted: PreviewedProtocol[] = [{ code, version, anchoredAt }, ...beside];
    const plans = await Promise.all(
      wanted.map((each, nth) => this.contactsOf(each, nth === 0 ? 'anchoredAt' : `beside.${nth - 1}.anchoredAt`)),
    );
    const all = plans.flatMap((contacts, plan) => contacts.map((contact) => ({ plan: String(plan), contact })));
    const calls = all.filter(({ contact }) => contact.mode === 'call');
    const joined = joinContacts(
      calls.map(({ plan, contact }) => ({ ...contact, id: idOf(plan, contact), planId: plan })),
      this.config.joinContactsWithinDays,
    );
    const contacts = all.map(({ plan, contact }) => {
      const standIn = all.find((each) => idOf(each.plan, each.contact) === joined.get(idOf(plan, contact)))?.contact;
      return { ...contact, joinedTo: standIn ? `${standIn.protocolCode} ${standIn.step}` : null };
    });
    return { contacts: contacts.toSorted((a, b) => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1)) };
  }

  /** @param field that states its anchor */
  private async contactsOf(
    { code, version, anchoredAt }: PreviewedProtocol,
    field: string,
  ): Promise<PreviewedContact[]> {
    const zone = this.config.hospitalZone;
    const at = statedMoment(anchoredAt, zone, field);
    const { definition } = await this.protocols.read(code, version);
    const visits = visitsOf(definition, { at, on: dayOf(at, zone), zone });
    return visits.map((visit) => contactOf(visit, definition, code, version));
  }
}

function idOf(plan: string, { step }: PreviewedContact): string {
  return `${plan} ${step}`;
}

/** As seen on the day of the anchor: every step, and the beginning of the series. */
function visitsOf(definition: ProtocolDefinition, anchor: Anchor): ScheduledVisit[] {
  const { recurrence } = definition;
  const steps = firstVisits(definition, anchor, anchor.on).filter((visit) => visit.recurrence === null);
  if (recurrence === undefined) return steps;
  const series = Array.from({ length: OF_A_SERIES }, (_, index) => recurringVisit(recurrence, anchor.on, index + 1));
  return [...steps, ...series];
}

function contactOf(
  visit: ScheduledVisit,
  definition: ProtocolDefinition,
  protocolCode: string,
  protocolVersion: number,
): PreviewedContact {
  const { step, nameZh, nameEn, mode, opensOn, opensAt, dueOn, dueAt, lapsesOn } = visit;
  const { zh: reasonZh, en: reasonEn } = reasonOf(definition, visit);
  return {
    ...{ protocolCode, protocolVersion, step, nameZh, nameEn, mode, opensOn, dueOn, lapsesOn, reasonZh, reasonEn },
    opensAt: opensAt?.toISOString() ?? null,
    dueAt: dueAt?.toISOString() ?? null,
    joinedTo: null,
  };
}
