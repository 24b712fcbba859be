import { PersonLifecycleChangedV1 } from '#contracts';
import { Outbox, type Draft } from '#event-bus';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lastSeen, lifecycleStage, nextStageAt, type LastSeen, type LifecycleTerms } from '../facts/lifecycle.rules.js';
import { PatientsConfig } from '../patients.config.js';
import { writeStages, type SettledStage } from './lifecycle.store.js';
import { lifecycleFacts, type NamedVisit, type PersonFacts } from './lifecycle-facts.js';
import { carryOut, LadderBatch } from './ladder-batch.js';
import { decideWinBack, type Absence } from './win-back.rules.js';

/**
 * Brings the stage and the win-backs of people up to date with every visit, word and merge (PT-1, PT-5). It reads all
 * of it under the lock of the person's lifecycle, which whoever writes any of it takes too: what is settled twice, or by
 * two at once, is settled once, and no step passes a withdrawal.
 */
@Injectable()
export class LifecycleSettlement {
  constructor(
    private readonly outbox: Outbox,
    private readonly config: PatientsConfig,
  ) {}

  /**
   * @param ids of records whose rows of `person_lifecycle` the caller has locked
   * @param isSpeaking they answer what was offered before: no step falls due under their words
   */
  async settle(tx: EntityManager, ids: string[], now: Date, isSpeaking = false): Promise<void> {
    const people = await lifecycleFacts(tx, ids);
    const batch = new LadderBatch(now, this.config, isSpeaking);
    const stages: SettledStage[] = [];
    const drafts: Draft[] = [];
    for (const person of people) {
      const { stage, told } = this.settleOne(person, batch, now);
      stages.push(stage);
      drafts.push(...told);
    }
    await writeStages(tx, stages, now);
    await carryOut(tx, batch);
    await this.outbox.appendAll(tx, drafts);
  }

  private settleOne(person: PersonFacts, batch: LadderBatch, now: Date): { stage: SettledStage; told: Draft[] } {
    const { id, deceased, states, allowedPurposes, known } = person;
    if (person.isMerged) return { stage: { id, known, stage: 'none', dueAt: null }, told: [] };
    const terms = this.terms(person, now);
    const seen = lastSeen(person.visits, now);
    const stage = deceased ? 'none' : lifecycleStage(person.visits, terms);
    const standing = { deceased, states, allowedPurposes, isChurned: stage === 'churned' };
    const decision = decideWinBack(person.ladders, { ...standing, absence: absenceOf(seen) }, batch.terms);
    const told = batch.apply(id, decision);
    const turnsAt = seen && !deceased ? nextStageAt(seen.at, terms) : null;
    const changed = stage === 'none' || stage === known ? [] : [stageDraft(id, stage, known, now)];
    return { stage: { id, known, stage, dueAt: earlier(turnsAt, decision.nextAt) }, told: [...changed, ...told] };
  }

  private terms({ deceased, states }: PersonFacts, now: Date): LifecycleTerms {
    const { lifecycleRevisitDays: revisitDays, lifecycleChurnDays: churnDays } = this.config;
    return { now, revisitDays, churnDays, mayChurn: !deceased && states.length === 0 };
  }
}

function absenceOf(seen: LastSeen<NamedVisit> | undefined): Absence | undefined {
  return seen && { since: seen.at, visitId: seen.visit.id, cameAt: seen.visit.beganAt };
}

function stageDraft(
  patientId: string,
  stage: PersonLifecycleChangedV1['stage'],
  known: PersonFacts['known'],
  now: Date,
): Draft {
  const before = known === 'none' ? {} : { before: known };
  return { type: PersonLifecycleChangedV1, data: { patientId, stage, ...before, at: now.toISOString() } };
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
