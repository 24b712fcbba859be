import type { EncounterRegisteredV1 } from '#contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { momentOf } from '../calendar/hospital-day.rules.js';
import type { Occasion } from '../calendar/occasion.js';
import { PeopleStore } from '../people/people.store.js';
import { Effects } from '../plans/chronicle.js';
import { anchoring } from '../plans/new-plan.js';
import { PlanStarts } from '../plans/plan-starts.js';
import type { Case } from '../protocols/choice.rules.js';
import { Settlement } from '../plans/settlement.js';
import { ProtocolsService } from '../protocols/protocols.service.js';
import { VisitCancellations } from './visit-cancellations.js';

/** A visit makes a plan by the protocol for its kind, counted from its beginning (FU-11). */
@Injectable()
export class VisitsService {
  constructor(
    private readonly people: PeopleStore,
    private readonly protocols: ProtocolsService,
    private readonly cancellations: VisitCancellations,
    private readonly settlement: Settlement,
    private readonly starts: PlanStarts,
  ) {}

  async register(tx: EntityManager, visit: EncounterRegisteredV1, reportedAt: Date, occasion: Occasion): Promise<void> {
    await this.goOn(tx, visit, reportedAt, occasion);
    const { diagnosisCodes = [] } = visit;
    const about: Case = { anchor: 'visit', ...visit, diagnosisCodes, procedureCodes: [] };
    const chosen = await this.protocols.chooseFor(tx, about);
    if (!chosen) return;
    const { patientId, encounterId, departmentCode = null, departmentName = null } = visit;
    const person = await this.people.lock(tx, patientId);
    if (person.deceased) return;
    const when = anchoring(momentOf(visit.startedAt, occasion.zone), occasion);
    const place = { departmentCode, departmentName };
    const begun = { patientId, encounterId, anchor: 'visit', when, dischargeNumber: 0, ...place } as const;
    await this.starts.begin(tx, person, begun, chosen, occasion, new Effects());
  }

  /** Cancelled by mistake and registered again, its plans go on. */
  private async goOn(
    tx: EntityManager,
    { patientId, encounterId }: EncounterRegisteredV1,
    reportedAt: Date,
    occasion: Occasion,
  ): Promise<void> {
    if (!(await this.cancellations.isOver(tx, encounterId, reportedAt))) return;
    const person = await this.people.lock(tx, patientId);
    await this.cancellations.undo(tx, encounterId, person.ids, reportedAt);
    await this.settlement.settle(tx, person, occasion, new Effects());
  }
}
