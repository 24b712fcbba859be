import {
  Clock,
  currentContext,
  newId,
  Problem,
  requireVersion,
  stateChange,
  stateSubject,
  transact,
  type ListQuery,
  type Page,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ComplaintsConfig } from '../complaints.config.js';
import { KnownStaff } from '../staff/known-staff.js';
import { Effects } from '../tickets/effects.js';
import { TicketAccess } from '../tickets/ticket-access.js';
import { TicketChanges } from '../tickets/ticket-changes.js';
import { TicketSteps } from '../tickets/ticket-steps.js';
import type { TicketEntity } from '../tickets/ticket.entity.js';
import { CaseAccess } from './case-access.js';
import { MeasureEntity } from './measure.entity.js';
import { afterMeasureStep, allowedMeasureSteps, judgesOwnWork } from './measure.rules.js';
import type { Measure, NewMeasure, NewMeasureStep } from './measures.dto.js';
import { measurePage, presentMeasure } from './measures.query.js';

/** A measure is owed within a year: what takes longer is several. */
const LONGEST_MS = 366 * 86_400_000;

/** What is to become better because of a complaint (CP-4). */
@Injectable()
export class Measures {
  constructor(
    private readonly source: DataSource,
    private readonly access: CaseAccess,
    private readonly tickets: TicketAccess,
    private readonly changes: TicketChanges,
    private readonly steps: TicketSteps,
    private readonly staff: KnownStaff,
    private readonly clock: Clock,
    private readonly config: ComplaintsConfig,
  ) {}

  list(query: ListQuery): Promise<Page<Measure>> {
    return measurePage(this.source.manager, query, this.tickets.hidden);
  }

  /** @throws Problem 400 for a time that is over or too far away, or a department or member who is not known or not here any more; 403, 404, 409 */
  plan(ticketId: string, wanted: NewMeasure): Promise<Measure> {
    return transact(this.source, async (tx) => {
      const ticket = await this.access.lock(tx, ticketId, 'measure');
      const effects = this.effects();
      const dueAt = futureOf(wanted.dueAt, effects.occasion.now);
      await this.requireResponsible(tx, wanted);
      const measure = newMeasure(ticketId, wanted, dueAt, effects.occasion.now);
      await tx.insert(MeasureEntity, measure);
      const entry = { what: 'case-measure-planned', to: measure.id, note: wanted.what };
      await this.changes.enter(tx, ticket, entry, effects);
      return this.finish(tx, ticket, null, measure, effects);
    });
  }

  /**
   * @throws Problem 400 without a new time for what is refused; 403, 404; 409 `measure-transition` with what is allowed,
   * `measure-own-work`; 412
   */
  step(id: string, version: number, said: NewMeasureStep): Promise<Measure> {
    return transact(this.source, async (tx) => {
      const known = await tx.findOneBy(MeasureEntity, { id });
      if (!known) throw Problem.notFound('measure', id);
      const ticket = await this.access.lock(tx, known.ticketId, 'measure-step');
      const before = await tx.findOneByOrFail(MeasureEntity, { id });
      requireVersion(before.version, version);
      const effects = this.effects();
      const after = { ...before, ...stepped(before, said, effects.occasion.now), version: before.version + 1 };
      await tx.update(MeasureEntity, { id }, after);
      const entry = { what: `case-measure-${said.step}`, from: before.state, to: id, note: said.note ?? null };
      await this.changes.enter(tx, ticket, entry, effects);
      return this.finish(tx, ticket, before, after, effects);
    });
  }

  private async finish(
    tx: EntityManager,
    ticket: TicketEntity,
    before: MeasureEntity | null,
    after: MeasureEntity,
    effects: Effects,
  ): Promise<Measure> {
    stateSubject(ticket.patientId ?? ticket.id);
    stateChange('measure', after.id, before && presentMeasure(before), presentMeasure(after));
    await this.steps.announce(tx, effects);
    return presentMeasure(after);
  }

  private async requireResponsible(tx: EntityManager, { departmentCode, memberId }: NewMeasure): Promise<void> {
    if (departmentCode === undefined && memberId === undefined)
      throw Problem.invalid([{ field: 'departmentCode', code: 'nobody-responsible' }]);
    if (departmentCode !== undefined && !(await this.staff.hasDepartment(tx, departmentCode)))
      throw Problem.invalid([{ field: 'departmentCode', code: 'department-unknown' }]);
    if (memberId !== undefined && !(await this.staff.hasMember(tx, memberId)))
      throw Problem.invalid([{ field: 'memberId', code: 'member-unknown' }]);
  }

  private effects(): Effects {
    return new Effects({ now: this.clock.now(), zone: this.config.hospitalZone });
  }
}

function newMeasure(ticketId: string, wanted: NewMeasure, dueAt: Date, now: Date): MeasureEntity {
  return {
    ...{ id: newId(), ticketId, what: wanted.what, dueAt, deadlineAt: dueAt, state: 'planned' },
    ...{ departmentCode: wanted.departmentCode ?? null, memberId: wanted.memberId ?? null },
    ...{ plannedAt: now, plannedByName: currentContext()?.actor?.name || null },
    ...{ doneAt: null, doneBy: null, doneByName: null, judgedAt: null, judgedByName: null },
    ...{ note: null, overdueAt: null, round: 1, version: 1 },
  };
}

/** What the step changes. @throws Problem 400, 409 */
function stepped(measure: MeasureEntity, { step, note, dueAt }: NewMeasureStep, now: Date): Partial<MeasureEntity> {
  const state = afterMeasureStep(measure.state, step);
  if (state === undefined) {
    const said = { measureState: measure.state, allowed: allowedMeasureSteps(measure.state) };
    throw Problem.conflict('measure-transition', { state: `measure-${measure.state}` }, said);
  }
  const actor = currentContext()?.actor;
  if (judgesOwnWork(step, measure.doneBy, actor?.id)) throw Problem.conflict('measure-own-work');
  const byName = actor?.name || null;
  const common = { state, note: note ?? null };
  if (step === 'done')
    return { ...common, doneAt: now, doneBy: actor?.id ?? null, doneByName: byName, deadlineAt: null };
  const judged = { ...common, judgedAt: now, judgedByName: byName, deadlineAt: null };
  return step === 'refused' ? { ...judged, ...againUntil(measure, dueAt, now) } : judged;
}

function againUntil({ round }: MeasureEntity, dueAt: string | undefined, now: Date): Partial<MeasureEntity> {
  if (dueAt === undefined) throw Problem.invalid([{ field: 'dueAt', code: 'due-again-needed' }]);
  const until = futureOf(dueAt, now);
  return { dueAt: until, deadlineAt: until, overdueAt: null, round: round + 1 };
}

function futureOf(text: string, now: Date): Date {
  const moment = new Date(text);
  if (moment <= now) throw Problem.invalid([{ field: 'dueAt', code: 'not-in-future' }]);
  if (moment.getTime() > now.getTime() + LONGEST_MS) throw Problem.invalid([{ field: 'dueAt', code: 'too-far-ahead' }]);
  return moment;
}
