import { Clock, Problem, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { occasionAt, type Occasion } from '../calendar/occasion.js';
import { statedMoment } from '../calendar/stated-moment.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { PeopleStore } from '../people/people.store.js';
import { ProtocolsService, type ChosenProtocol } from '../protocols/protocols.service.js';
import type { BegunPlan, BegunPlans, NewPlans } from './at-will.dto.js';
import { Effects } from './chronicle.js';
import { anchoring, type Anchoring } from './new-plan.js';
import { PlanStarts } from './plan-starts.js';

/** By what, and counted from when. */
export type Wanted = Pick<NewPlans, 'protocolCode' | 'protocolVersion'> & {
  anchoredAt: Date;
  departmentCode?: string | null;
  departmentName?: string | null;
};

/** Plans that a person asks for: after a consultation, or for a list of people (FU-11). */
@Injectable()
export class PlansAtWill {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly protocols: ProtocolsService,
    private readonly starts: PlanStarts,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  /** All of them or, on a fault, none. @throws Problem 400, 404; 409 when the version is not published */
  async begin({ patientIds, ...wanted }: NewPlans): Promise<BegunPlans> {
    const anchoredAt = statedMoment(wanted.anchoredAt, this.config.hospitalZone, 'anchoredAt');
    return transact(this.source, async (tx) => {
      const occasion = occasionAt(this.clock.now(), this.config.hospitalZone);
      return { items: await this.beginFor(tx, patientIds, { ...wanted, anchoredAt }, 'at will', occasion) };
    });
  }

  /** One answer a patient, in the order asked. @param because what the plans' trails say @throws Problem 404 */
  async beginFor(
    tx: EntityManager,
    patientIds: string[],
    wanted: Wanted,
    because: string,
    occasion: Occasion,
  ): Promise<BegunPlan[]> {
    const chosen = { ...(await this.chosen(tx, wanted)), because };
    const when = anchoring(wanted.anchoredAt, occasion);
    const begun = new Map<string, BegunPlan>();
    // In the order of ids, so that two lists with people in common never wait for each other.
    for (const patientId of patientIds.toSorted()) {
      begun.set(patientId, await this.beginOne(tx, patientId, when, wanted, chosen, occasion));
    }
    return patientIds.flatMap((id) => begun.get(id) ?? []);
  }

  /** The published version that is wanted, or the newest. @throws Problem 404 */
  async chosen(
    tx: EntityManager,
    { protocolCode: code, protocolVersion }: Pick<NewPlans, 'protocolCode' | 'protocolVersion'>,
  ): Promise<ChosenProtocol> {
    const versions = (await this.protocols.published(tx)).filter((each) => each.code === code);
    const newest = versions.toSorted((a, b) => b.version - a.version).at(0);
    const protocol =
      protocolVersion === undefined ? newest : versions.find(({ version }) => version === protocolVersion);
    if (!protocol) throw Problem.notFound('protocol', [code, protocolVersion].join(' ').trim());
    return { protocol, because: 'at will' };
  }

  private async beginOne(
    tx: EntityManager,
    patientId: string,
    when: Anchoring,
    { departmentCode = null, departmentName = null }: Wanted,
    chosen: ChosenProtocol,
    occasion: Occasion,
  ): Promise<BegunPlan> {
    const person = await this.people.lock(tx, patientId);
    const reason = person.deceased ? 'deceased' : person.barredBy;
    if (reason !== null) return { patientId, planId: null, reason };
    const place = { departmentCode, departmentName, encounterId: null, dischargeNumber: 0 };
    const beginning = { patientId, anchor: 'consultation', when, ...place } as const;
    const plan = await this.starts.begin(tx, person, beginning, chosen, occasion, new Effects());
    return { patientId, planId: plan?.id ?? null, reason: plan ? null : 'exists' };
  }
}
