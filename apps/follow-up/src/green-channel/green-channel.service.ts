import { Clock, currentContext, Problem, stateChange, stateSubject, transact, type Page } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { occasionAt } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { PeopleStore } from '../people/people.store.js';
import { Chronicle, Effects } from '../plans/chronicle.js';
import { GreenChannelCaseEntity } from './green-channel-case.entity.js';
import { tellAcknowledged, trailLine } from './green-channel-effects.js';
import { GreenChannelClosing } from './green-channel.closing.js';
import type { GreenChannelCase, GreenChannelQuery, RecordDoctorCall } from './green-channel.dto.js';
import { casePage, presentCase } from './green-channel.query.js';
import { closes, mayTakeOn } from './green-channel.rules.js';
import { KnownDoctors, type Doctor } from './known-doctors.js';

/** What doctors do about patients in pain (FU-4). */
@Injectable()
export class GreenChannelService {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly closing: GreenChannelClosing,
    private readonly doctors: KnownDoctors,
    private readonly chronicle: Chronicle,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  async list(query: GreenChannelQuery): Promise<Page<GreenChannelCase>> {
    const patientIds = query.patientId === undefined ? undefined : await this.people.idsOf(query.patientId);
    return casePage(this.source.manager, query, patientIds);
  }

  /** @throws Problem 404 */
  async read(id: string): Promise<GreenChannelCase> {
    const found = await this.source.manager.findOneBy(GreenChannelCaseEntity, { id });
    if (!found) throw Problem.notFound('green-channel-case', id);
    return presentCase(found);
  }

  /** Said again by the same doctor it changes nothing. @throws Problem 404; 409 when it is closed or another's */
  acknowledge(id: string): Promise<GreenChannelCase> {
    return this.change(id, (tx, found, now, effects) => this.takeOn(tx, found, actingDoctor(), now, effects));
  }

  /**
   * What the inbox of notifications heard; one that comes too late changes nothing. Managers are told of what nobody takes
   * on, and anybody may acknowledge having read it: only a doctor takes the case on with it.
   */
  async acknowledgedElsewhere(tx: EntityManager, id: string, personId: string, at: Date): Promise<void> {
    const found = await lockCase(tx, id);
    if (!found || found.status === 'closed') return;
    const doctor = await this.doctors.find(tx, personId);
    const effects = new Effects();
    if (doctor && mayTakeOn(found, doctor.id)) await this.takeOn(tx, found, doctor, at, effects);
    else trailLine(effects, found, 'green-channel-seen', personId);
    await this.chronicle.write(tx, effects, occasionAt(this.clock.now(), this.config.hospitalZone));
  }

  /** A doctor's call, which takes the case on as well. @throws Problem 404; 409 when it is closed */
  call(id: string, { outcome, note }: RecordDoctorCall): Promise<GreenChannelCase> {
    return this.change(id, async (tx, found, now, effects) => {
      const doctor = actingDoctor();
      const taken = mayTakeOn(found, doctor.id) ? await this.takeOn(tx, found, doctor, now, effects) : found;
      trailLine(effects, found, 'green-channel-called', outcome, note);
      if (closes(outcome)) return this.closing.close(tx, taken, { outcome, note }, now, effects);
      const unansweredCalls = taken.unansweredCalls + 1;
      await tx.update(GreenChannelCaseEntity, { id }, { unansweredCalls });
      return { ...taken, unansweredCalls };
    });
  }

  private async takeOn(
    tx: EntityManager,
    found: GreenChannelCaseEntity,
    { id, name }: Doctor,
    now: Date,
    effects: Effects,
  ): Promise<GreenChannelCaseEntity> {
    if (found.acknowledgedBy === id) return found;
    if (!mayTakeOn(found, id)) throw Problem.conflict('green-channel-taken', { by: nameOfTaker(found) });
    const taken = { acknowledgedAt: now, acknowledgedBy: id, acknowledgedByName: name };
    await tx.update(GreenChannelCaseEntity, { id: found.id }, taken);
    tellAcknowledged(effects, found, id, now);
    return { ...found, ...taken };
  }

  private change(
    id: string,
    work: (
      tx: EntityManager,
      found: GreenChannelCaseEntity,
      now: Date,
      effects: Effects,
    ) => Promise<GreenChannelCaseEntity>,
  ): Promise<GreenChannelCase> {
    return transact(this.source, async (tx) => {
      const found = await lockCase(tx, id);
      if (!found) throw Problem.notFound('green-channel-case', id);
      if (found.status === 'closed') throw Problem.conflict('green-channel-closed', {}, { outcome: found.outcome });
      const now = this.clock.now();
      const effects = new Effects();
      const changed = presentCase(await work(tx, found, now, effects));
      await this.chronicle.write(tx, effects, occasionAt(now, this.config.hospitalZone));
      stateSubject(found.patientId);
      stateChange('green-channel-case', id, presentCase(found), changed);
      return changed;
    });
  }
}

/** The plan before the case, as everyone who writes the trail does. */
async function lockCase(tx: EntityManager, id: string): Promise<GreenChannelCaseEntity | null> {
  await tx.query('SELECT 1 FROM plan WHERE id = (SELECT plan_id FROM green_channel_case WHERE id = $1) FOR KEY SHARE', [
    id,
  ]);
  return tx.findOne(GreenChannelCaseEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
}

function nameOfTaker({ acknowledgedBy, acknowledgedByName }: GreenChannelCaseEntity): string {
  return acknowledgedByName ?? acknowledgedBy ?? '';
}

function actingDoctor(): Doctor {
  const actor = currentContext()?.actor;
  return { id: actor?.id ?? '', name: actor?.name || null };
}
