import { WinBackEndedV1, WinBackStartedV1, WinBackStepDueV1, WIN_BACK_OFFERS, type WinBackStep } from '#contracts';
import type { Draft } from '#event-bus';
import { newId } from '#platform';
import type { EntityManager } from 'typeorm';
import type { PatientsConfig } from '../patients.config.js';
import { addLadders, addSteps, changeLadders, type MadeStep } from './lifecycle.store.js';
import { offerOf } from './offer-texts.js';
import type { WinBack } from './win-back.entity.js';
import { later, type Absence, type LadderMove, type LadderTerms, type WinBackDecision } from './win-back.rules.js';

/** What was decided for many people, as rows and events; written in few statements. */
export class LadderBatch {
  readonly started: WinBack[] = [];
  readonly changed = new Set<WinBack>();
  readonly steps: MadeStep[] = [];
  readonly terms: LadderTerms;

  constructor(
    private readonly now: Date,
    { winBackStepDays: stepDays }: PatientsConfig,
    isSpeaking = false,
  ) {
    this.terms = { now, stepDays, isSpeaking };
  }

  /** @param patientId the living record. @returns what the others are told, in order */
  apply(patientId: string, { moves, nextAt }: WinBackDecision<WinBack>): Draft[] {
    return moves.flatMap((move) => this.move(patientId, move, nextAt));
  }

  private move(patientId: string, move: LadderMove<WinBack>, nextAt: Date | null): Draft[] {
    switch (move.kind) {
      case 'start':
        return this.start(patientId, move.absence);
      case 'resume':
        this.change(move.ladder, { outcome: null, endedAt: null, nextAt });
        return [startedDraft(patientId, move.ladder, true)];
      case 'step':
        this.change(move.ladder, { step: move.step, stepAt: this.now, nextAt });
        return [this.make(patientId, move.ladder)];
      case 'end':
        this.change(move.ladder, { outcome: move.outcome, endedAt: this.now, nextAt: null });
        return [endedDraft(patientId, move.ladder, this.now)];
      case 'returned':
        this.change(move.ladder, { returnedAt: move.at });
        return [];
      default:
        return move satisfies never;
    }
  }

  private start(patientId: string, { since, visitId }: Absence): Draft[] {
    const ladder: WinBack = {
      ...{ id: newId(), personId: patientId, startedAt: this.now, visitId, absentSince: since },
      ...{ step: 1, stepAt: this.now, nextAt: this.answerBy() },
      ...{ outcome: null, endedAt: null, returnedAt: null },
      ...{ answer: null, answerChannel: null, answerNote: null, answeredBy: null },
    };
    this.started.push(ladder);
    return [startedDraft(patientId, ladder, false), this.make(patientId, ladder)];
  }

  private make(patientId: string, { id: winBackId, step }: WinBack): Draft {
    const offer = offerOf(step);
    this.steps.push({ winBackId, step, offer, at: this.now });
    const times = { at: this.now.toISOString(), answerBy: this.answerBy().toISOString() };
    return { type: WinBackStepDueV1, data: { winBackId, patientId, step, offer, ...times } };
  }

  private change(ladder: WinBack, values: Partial<WinBack>): void {
    Object.assign(ladder, values);
    this.changed.add(ladder);
  }

  private answerBy(): Date {
    return later(this.now, this.terms.stepDays);
  }
}

/** The step is a row of its own: a second one of the same number is refused by its key, whatever the rules say. */
export async function carryOut(tx: EntityManager, batch: LadderBatch): Promise<void> {
  await changeLadders(tx, [...batch.changed]);
  await addLadders(tx, batch.started);
  await addSteps(tx, batch.steps);
}

function startedDraft(patientId: string, { id: winBackId, absentSince, step }: WinBack, resumed: boolean): Draft {
  const nextStep = Math.min(resumed ? step + 1 : step, WIN_BACK_OFFERS.length) as WinBackStep;
  const data = { winBackId, patientId, absentSince: absentSince.toISOString(), resumed, nextStep };
  return { type: WinBackStartedV1, data };
}

export function endedDraft(patientId: string, ladder: WinBack, now: Date): Draft {
  const { id: winBackId, outcome, step, answer } = ladder;
  if (outcome === null) throw new Error('A win-back that is told as ended has an outcome');
  const data = { winBackId, patientId, why: outcome, step, ...(answer ? { answer } : {}), at: now.toISOString() };
  return { type: WinBackEndedV1, data };
}
