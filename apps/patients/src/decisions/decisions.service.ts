import {
  ConsentChangedV1,
  CONSENT_PURPOSES,
  PersonStateChangedV1,
  type ConsentPurpose,
  type HeldState,
} from '#contracts';
import { Outbox, type Draft } from '#event-bus';
import { Clock, currentContext, newId, Problem, ServiceConfig, stateChange, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { descendantsOf } from '../people/families.js';
import { PeopleStore } from '../people/people.store.js';
import { Person } from '../people/person.entity.js';
import { faultsInConsent } from './consent.rules.js';
import { PersonDecision } from './decision.entity.js';
import type { NewConsent, NewState } from './decisions.dto.js';
import { changesOf, lastWords, standingOf, type Standing, type StandingChange, type Topic } from './standing.rules.js';

type Said = Omit<PersonDecision, 'id' | 'personId' | 'recordedAt' | 'recordedBy'>;

/** What people allow (PT-9) and the states that bar contact (PT-11): recorded for ever, obeyed at once. */
@Injectable()
export class Decisions {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly config: ServiceConfig,
  ) {}

  /** @throws Problem 400, 404 */
  consent(id: string, body: NewConsent): Promise<PersonDecision> {
    const { purpose, granted, legalBasis = null, guardian = null } = body;
    return this.record(id, body, (said, { birthDate }, now) => {
      const stated = { purpose, granted, legalBasis, hasGuardian: guardian !== null, decidedAt: said.decidedAt };
      const faults = faultsInConsent(stated, { birthDate, zone: this.config.hospitalZone, now });
      if (faults.length > 0) throw Problem.invalid(faults);
      return { ...said, topic: purpose, holds: granted, legalBasis, guardian };
    });
  }

  /** @throws Problem 400, 404 */
  state(id: string, body: NewState): Promise<PersonDecision> {
    return this.record(id, body, (said, _person, now) => {
      if (said.decidedAt > now) throw Problem.invalid([{ field: 'decidedAt', code: 'in-the-future' }]);
      return { ...said, topic: body.state, holds: body.holds, legalBasis: null, guardian: null };
    });
  }

  /**
   * Brings what counts for a person up to date with everything said about the record and those merged into it.
   * @param merged the records just merged into it: who followed one of them hears what holds now.
   * @returns the events that tell of it, for the caller's transaction
   */
  async settle(tx: EntityManager, person: Person, now: Date, merged: Standing[] = []): Promise<Draft[]> {
    const words = await this.wordsAbout(tx, person.id);
    const standing = standingOf(words);
    const changes = changesOf(standing, person, ...merged);
    if (changesOf(standing, person).length > 0) {
      const values = { ...standing, version: person.version + 1, updatedAt: now };
      await tx.update(Person, { id: person.id }, values);
      Object.assign(person, values);
    }
    const last = lastWords(words);
    return changes.map((change) => told(person.id, change, last.get(change.topic)?.decidedAt ?? now));
  }

  /** The states that hold for a living record, each since when. */
  async heldStates(tx: EntityManager, { id, states }: Person): Promise<HeldState[]> {
    const last = lastWords(await this.wordsAbout(tx, id));
    return states.flatMap((state) => {
      const since = last.get(state)?.decidedAt.toISOString();
      return since === undefined ? [] : [{ state, since }];
    });
  }

  private wordsAbout(tx: EntityManager, id: string): Promise<PersonDecision[]> {
    return tx
      .createQueryBuilder(PersonDecision, 'decision')
      .where(`decision.person_id IN (SELECT id FROM (${descendantsOf('SELECT :id::uuid AS id')}) family)`, { id })
      .getMany();
  }

  private record(
    id: string,
    { channel, reason, decidedAt }: NewConsent | NewState,
    read: (said: Omit<Said, 'topic' | 'holds' | 'legalBasis' | 'guardian'>, person: Person, now: Date) => Said,
  ): Promise<PersonDecision> {
    return transact(this.source, async (tx) => {
      const person = (await this.people.lock(tx, { identifiers: [] }, [id])).live(id);
      if (!person) throw Problem.notFound('patient', id);
      const now = this.clock.now();
      const told = { channel, reason: reason ?? null, decidedAt: decidedAt ? new Date(decidedAt) : now };
      const said = read(told, person, now);
      const recordedBy = currentContext()?.actor?.id ?? null;
      const decision = { ...said, id: newId(), personId: id, recordedAt: now, recordedBy };
      await tx.insert(PersonDecision, decision);
      const before = { allowedPurposes: person.allowedPurposes, states: person.states };
      await this.outbox.appendAll(tx, await this.settle(tx, person, now));
      stateChange('patient', person.id, before, { allowedPurposes: person.allowedPurposes, states: person.states });
      return decision;
    });
  }
}

function told(patientId: string, { topic, holds }: StandingChange, at: Date): Draft {
  const since = at.toISOString();
  return isPurpose(topic)
    ? { type: ConsentChangedV1, data: { patientId, purpose: topic, allowed: holds, since } }
    : { type: PersonStateChangedV1, data: { patientId, state: topic, holds, since } };
}

function isPurpose(topic: Topic): topic is ConsentPurpose {
  return CONSENT_PURPOSES.some((purpose) => purpose === topic);
}
