import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { PeopleStore } from '../people/people.store.js';
import { Chronicle, Effects } from '../plans/chronicle.js';
import { goesOn, takerOf } from './case-merging.rules.js';
import { takeTurns } from './case-turns.js';
import { GreenChannelCaseEntity, UNCLOSED } from './green-channel-case.entity.js';
import { tellHeightened, tellParted, trailLine } from './green-channel-effects.js';
import { GreenChannelClosing } from './green-channel.closing.js';
import { dueOf } from './green-channel.rules.js';

type Case = GreenChannelCaseEntity;

const UNTAKEN = { acknowledgedAt: null, acknowledgedBy: null, acknowledgedByName: null };

/** Cases of records that are one person, or that turned out to be two (FU-4, PT-3). Person and plans are locked. */
@Injectable()
export class MergedCases {
  constructor(
    private readonly config: FollowUpConfig,
    private readonly people: PeopleStore,
    private readonly closing: GreenChannelClosing,
    private readonly chronicle: Chronicle,
  ) {}

  /** One doctor calls the person, about the worst pain: of several open cases one goes on, the others are closed as merged. */
  async unite(tx: EntityManager, ids: string[], occasion: Occasion): Promise<void> {
    await takeTurns(tx, ids);
    const effects = new Effects();
    await this.keepOne(tx, ids, occasion, effects);
    await this.chronicle.write(tx, effects, occasion);
  }

  /**
   * After a merge was taken back the doctor who called spoke with one of the two: a case that was closed into one of the
   * other person is opened again with new minutes while that one is open, or while its own answer is new.
   */
  async part(tx: EntityManager, patientId: string, occasion: Occasion): Promise<void> {
    const ids = await this.people.idsOf(patientId, tx);
    await takeTurns(tx, ids);
    if (await this.people.isDeceased(tx, ids)) return;
    const effects = new Effects();
    const opened = await this.openAgain(tx, ids, occasion, effects);
    if (opened > 0) await this.keepOne(tx, ids, occasion, effects);
    await this.chronicle.write(tx, effects, occasion);
  }

  private async keepOne(tx: EntityManager, ids: string[], { now }: Occasion, effects: Effects): Promise<void> {
    const open = await tx
      .createQueryBuilder(GreenChannelCaseEntity, 'found')
      .where(`found.patient_id = ANY(:ids::uuid[]) AND found.status = 'open'`, { ids })
      .orderBy('found.id')
      .setLock('pessimistic_write')
      .getMany();
    const kept = goesOn(open);
    const others = open.filter((each) => each !== kept);
    if (!kept || others.length === 0) return;
    for (const other of others) await this.closeInto(tx, other, kept, now, effects);
    const score = Math.max(...open.map((each) => each.score));
    const unansweredCalls = open.reduce((sum, each) => sum + each.unansweredCalls, 0);
    const one = { ...takerOf(kept, others), score, unansweredCalls };
    await tx.update(GreenChannelCaseEntity, { id: kept.id }, one);
    trailLine(effects, kept, 'green-channel-merged', `score ${score}`);
    const worst = others.find((other) => other.score === score);
    if (worst && score > kept.score) tellHeightened(effects, { ...kept, score }, worst.responseRootId);
  }

  private async closeInto(tx: EntityManager, other: Case, kept: Case, now: Date, effects: Effects): Promise<void> {
    // Those that were closed into this one before go along: parted, they are opened again by themselves.
    await tx.update(GreenChannelCaseEntity, { mergedInto: other.id }, { mergedInto: kept.id });
    await this.closing.close(tx, other, { outcome: 'merged', mergedInto: kept.id }, now, effects);
  }

  private async openAgain(tx: EntityManager, ids: string[], { now }: Occasion, effects: Effects): Promise<number> {
    const since = new Date(now.getTime() - this.config.painAnswerMinutes * 60_000);
    const parted = await tx
      .createQueryBuilder(GreenChannelCaseEntity, 'found')
      .innerJoin(GreenChannelCaseEntity, 'kept', 'kept.id = found.mergedInto')
      .where('found.patient_id = ANY(:ids::uuid[]) AND kept.patient_id <> ALL(:ids::uuid[])', { ids })
      .andWhere(`(kept.status = 'open' OR found.alarmed_at >= :since)`, { since })
      .orderBy('found.id')
      .setLock('pessimistic_write', undefined, ['found'])
      .getMany();
    for (const found of parted) await this.openOne(tx, found, now, effects);
    return parted.length;
  }

  private async openOne(tx: EntityManager, found: Case, now: Date, effects: Effects): Promise<void> {
    const minutes = this.config.greenChannelMinutes;
    const dueAt = dueOf(now, minutes);
    const open = { ...UNTAKEN, ...UNCLOSED, status: 'open' as const, alarmedAt: now, dueAt };
    await tx.update(GreenChannelCaseEntity, { id: found.id }, open);
    tellParted(effects, { ...found, ...open }, dueAt, minutes);
  }
}
