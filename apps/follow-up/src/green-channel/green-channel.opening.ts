import { newId } from '#platform';
import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { EducationMessages } from '../messages/education-messages.js';
import { PeopleStore } from '../people/people.store.js';
import type { Effects } from '../plans/chronicle.js';
import type { RecordedResponse, ResponseListener } from '../responses/response-listener.js';
import type { ResponseEntity } from '../responses/response.entity.js';
import { oneAfterAnother } from './case-turns.js';
import { caseOfCorrected, isLateCorrection, noteLowered } from './corrected-scores.js';
import { GreenChannelCaseEntity, UNCLOSED } from './green-channel-case.entity.js';
import { tellHeightened, tellOpened, tellReopened, tellRepeated, trailLine } from './green-channel-effects.js';
import { dueOf, needsDoctor, PAIN_SCORE, WORST_PAIN } from './green-channel.rules.js';

/** Acts on a pain score, whether the patient gave it on the page or a nurse heard it on the phone (FU-4). */
@Injectable()
export class GreenChannelOpening implements ResponseListener {
  private readonly logger = new Logger(GreenChannelOpening.name);

  constructor(
    private readonly config: FollowUpConfig,
    private readonly people: PeopleStore,
    private readonly education: EducationMessages,
  ) {}

  async onRecorded(
    tx: EntityManager,
    { response, scores }: RecordedResponse,
    occasion: Occasion,
    effects: Effects,
  ): Promise<void> {
    if (response.questionnaireCode !== PAIN_SCORE) return;
    const score = this.scoreIn(response, scores.total);
    const isHigh = needsDoctor(score, this.config.greenChannelScore);
    const corrected = isHigh ? null : await caseOfCorrected(tx, response);
    if (corrected) return noteLowered(tx, corrected, score, effects);
    if (await isLateCorrection(tx, response, occasion.now, this.config.painAnswerMinutes))
      return trailLine(effects, response, 'pain-score-corrected', `score ${score}`);
    if (isHigh) await this.open(tx, response, score, occasion, effects);
    else await this.education.plan(tx, response, occasion);
  }

  /** An answer nobody can count is told as the worst: better a call too many. */
  private scoreIn({ id, questionnaireVersion }: Readonly<ResponseEntity>, total: number | null): number {
    if (total !== null) return Math.min(WORST_PAIN, Math.round(total));
    this.logger.error(`Version ${questionnaireVersion} of the pain score counted nothing in the response ${id}`);
    return WORST_PAIN;
  }

  /**
   * One open case a person: while a doctor is being called, another high score is told within the same case and its time
   * does not begin again. An amendment of an answer that had its case opens no second one: one that says more pain than the
   * doctor called about opens it again.
   */
  private async open(
    tx: EntityManager,
    response: Readonly<ResponseEntity>,
    score: number,
    occasion: Occasion,
    effects: Effects,
  ): Promise<void> {
    const ids = await oneAfterAnother(tx, this.people, response.patientId);
    if (await this.people.isDeceased(tx, ids)) return;
    const known = await tx
      .createQueryBuilder(GreenChannelCaseEntity, 'found')
      .where(`(found.patient_id = ANY(:ids::uuid[]) AND found.status = 'open') OR found.response_root_id = :root`, {
        ids,
        root: response.rootId,
      })
      .orderBy('found.status = :open', 'DESC')
      .setParameter('open', 'open')
      .setLock('pessimistic_write')
      .getOne();
    if (known) return this.heighten(tx, known, response, score, occasion.now, effects);
    await this.insert(tx, response, score, occasion, effects);
  }

  private async heighten(
    tx: EntityManager,
    known: GreenChannelCaseEntity,
    response: Readonly<ResponseEntity>,
    score: number,
    now: Date,
    effects: Effects,
  ): Promise<void> {
    if (known.status === 'closed') return this.reopen(tx, known, response, score, now, effects);
    const isCorrection = response.rootId === known.responseRootId;
    if (isCorrection && score < known.score) return noteLowered(tx, known, score, effects);
    trailLine(effects, known, 'green-channel-repeated', `score ${score}`);
    if (response.planId !== known.planId) trailLine(effects, response, 'green-channel-repeated', `score ${score}`);
    const isHigher = score > known.score;
    // Nothing runs any more in a case that escalated: perhaps somebody called and did not say so.
    if (known.dueAt === null && (!isCorrection || isHigher))
      return this.alarmAgain(tx, known, response, score, now, effects);
    if (!isHigher) return;
    await tx.update(GreenChannelCaseEntity, { id: known.id }, { score });
    tellHeightened(effects, { ...known, score }, response.id);
  }

  /** The time begins again, and whoever took it on before has to take it on again. */
  private async alarmAgain(
    tx: EntityManager,
    known: GreenChannelCaseEntity,
    response: Readonly<ResponseEntity>,
    score: number,
    now: Date,
    effects: Effects,
  ): Promise<void> {
    const minutes = this.config.greenChannelMinutes;
    const departmentCode = response.departmentCode ?? known.departmentCode;
    const untaken = { acknowledgedAt: null, acknowledgedBy: null, acknowledgedByName: null };
    const again = { ...untaken, departmentCode, dueAt: dueOf(now, minutes), score: Math.max(score, known.score) };
    await tx.update(GreenChannelCaseEntity, { id: known.id }, again);
    tellRepeated(effects, { ...known, departmentCode, score }, response.id, minutes);
  }

  /** The doctor called about less pain than it was, and has to call again. */
  private async reopen(
    tx: EntityManager,
    known: GreenChannelCaseEntity,
    response: Readonly<ResponseEntity>,
    score: number,
    now: Date,
    effects: Effects,
  ): Promise<void> {
    if (score <= known.score || known.outcome === 'deceased') return;
    const dueAt = dueOf(now, this.config.greenChannelMinutes);
    const said = `医生回电（${known.outcome}）后评分更正为 ${score} 分 Corrected to ${score} after the doctor’s call (${known.outcome})`;
    const note = [known.note, said].filter(Boolean).join('\n');
    const untaken = { acknowledgedAt: null, acknowledgedBy: null, acknowledgedByName: null };
    const open = { ...untaken, ...UNCLOSED, status: 'open' as const, score, alarmedAt: now, dueAt, note };
    await tx.update(GreenChannelCaseEntity, { id: known.id }, open);
    tellReopened(effects, { ...known, ...open }, response.id, dueAt, this.config.greenChannelMinutes);
  }

  private async insert(
    tx: EntityManager,
    response: Readonly<ResponseEntity>,
    score: number,
    { now }: Occasion,
    effects: Effects,
  ): Promise<void> {
    const minutes = this.config.greenChannelMinutes;
    const dueAt = dueOf(now, minutes);
    const made = caseOf(response, score, now, dueAt);
    await tx.insert(GreenChannelCaseEntity, made);
    tellOpened(effects, made, response.id, dueAt, minutes);
  }
}

function caseOf(response: Readonly<ResponseEntity>, score: number, now: Date, dueAt: Date): GreenChannelCaseEntity {
  const { patientId, encounterId, planId, taskId, departmentCode, channel } = response;
  return {
    ...{ id: newId(), patientId, encounterId, planId, taskId, departmentCode, channel, score },
    ...{ responseRootId: response.rootId, status: 'open', openedAt: now, alarmedAt: now, dueAt },
    ...{ acknowledgedAt: null, acknowledgedBy: null, acknowledgedByName: null, escalatedAt: null, unansweredCalls: 0 },
    ...{ outcome: null, mergedInto: null, note: null, closedAt: null, closedBy: null, closedByName: null },
  };
}
