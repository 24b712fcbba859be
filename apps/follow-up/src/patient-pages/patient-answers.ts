import type { ResponseChannel } from '#contracts';
import { Clock, Problem, stateSubject, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { occasionAt, type Occasion } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { PAIN_SCORE } from '../green-channel/green-channel.rules.js';
import { PainCalls } from '../messages/pain-calls.js';
import { TaskFinishing } from '../messages/task-finishing.js';
import { Chronicle, Effects } from '../plans/chronicle.js';
import { PeopleStore } from '../people/people.store.js';
import type { QuestionnaireDefinition } from '../questionnaires/questionnaire.rules.js';
import { Questionnaires } from '../questionnaires/questionnaires.service.js';
import type { ResponseItem } from '../responses/answer.rules.js';
import { ResponsesService } from '../responses/responses.service.js';
import { lockTask, type LockedTask } from '../tasks/locked-task.js';
import { mayBecome } from '../tasks/task.rules.js';
import { hashOf, isToken } from './link-token.js';
import { SETTLEMENT_SHEET, standingOfLink, type LinkStanding } from './link.rules.js';
import { PatientLinkEntity } from './patient-link.entity.js';
import { PatientPageMetrics } from './patient-pages.metrics.js';

/** A link somebody opened. */
export interface OpenedLink {
  link: PatientLinkEntity;
  standing: LinkStanding;
  definition: QuestionnaireDefinition;
  isPain: boolean;
  /** A doctor is going to call. */
  doctorCalls: boolean;
}

/** Reads and answers what a link is for (FU-4, FU-8). */
@Injectable()
export class PatientAnswers {
  constructor(
    private readonly source: DataSource,
    private readonly questionnaires: Questionnaires,
    private readonly responses: ResponsesService,
    private readonly people: PeopleStore,
    private readonly painCalls: PainCalls,
    private readonly finishing: TaskFinishing,
    private readonly chronicle: Chronicle,
    private readonly metrics: PatientPageMetrics,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  /** Changes nothing, however often previews of messages look. @throws Problem 404 for a token that is none of ours */
  async open(token: string): Promise<OpenedLink> {
    const { manager } = this.source;
    const tokenHash = isToken(token) ? hashOf(token) : undefined;
    const link = tokenHash && (await manager.findOneBy(PatientLinkEntity, { tokenHash }));
    if (!link) {
      this.metrics.unknownLink();
      throw Problem.notFound('patient-link', '');
    }
    stateSubject(link.patientId);
    const { questionnaireCode: code, questionnaireVersion: version } = link;
    const { definition } = await this.questionnaires.version(manager, { code, version });
    const standing = standingOfLink(link, this.clock.now());
    const doctorCalls =
      standing === 'done' && (await doctorIsCalling(manager, await this.people.idsOf(link.patientId)));
    return { link, standing, definition, isPain: code === PAIN_SCORE, doctorCalls };
  }

  /**
   * Takes the one answer of a link. Of two at once the first is kept; the other hears how the link stands.
   * @throws Problem 400 for answers that the questionnaire does not take
   */
  answer(linkId: string, taskId: string, items: ResponseItem[]): Promise<LinkStanding> {
    return transact(this.source, async (tx) => {
      const { locked, link } = await lockBoth(tx, linkId, taskId);
      const occasion = occasionAt(this.clock.now(), this.config.hospitalZone);
      const standing = standingOfLink(link, occasion.now);
      if (standing !== 'open') return standing;
      if (await this.people.isDeceased(tx, await this.people.idsOf(link.patientId, tx))) return 'revoked';
      const effects = new Effects();
      await this.record(tx, link, locked, items, occasion, effects);
      await this.finish(tx, link, locked, occasion, effects);
      await this.chronicle.write(tx, effects, occasion);
      stateSubject(link.patientId);
      return 'done';
    });
  }

  private async record(
    tx: EntityManager,
    link: PatientLinkEntity,
    { task, plan }: LockedTask,
    items: ResponseItem[],
    occasion: Occasion,
    effects: Effects,
  ): Promise<void> {
    if (plan) effects.line({ planId: plan.id, what: 'answered', step: task.step, reason: 'link' });
    await this.responses.record(
      tx,
      {
        questionnaire: { code: link.questionnaireCode, version: link.questionnaireVersion },
        ...{ patientId: link.patientId, taskId: task.id, channel: channelOf(link), items, answeredBy: null },
        ...{ encounterId: task.encounterId ?? undefined, planId: task.planId ?? undefined },
      },
      occasion,
      effects,
    );
  }

  /** A task that lapsed before the late answer came stays lapsed; the answer counts all the same. */
  private async finish(
    tx: EntityManager,
    link: PatientLinkEntity,
    { task }: LockedTask,
    occasion: Occasion,
    effects: Effects,
  ): Promise<void> {
    await tx.update(PatientLinkEntity, { id: link.id }, { answeredAt: occasion.now, callAt: null });
    await this.painCalls.answered(tx, link, occasion, effects);
    // A drawn survey that waits for its day is answered by what was printed: nobody is asked again.
    const isEarly = link.purpose === SETTLEMENT_SHEET && task.status === 'planned';
    if (isEarly || mayBecome(task.status, 'done')) await this.finishing.finish(tx, task, 'reached', occasion, effects);
  }
}

/** The task first, as everyone does; a draw may have handed the link over to another one while this waited. */
async function lockBoth(
  tx: EntityManager,
  linkId: string,
  taskId: string,
): Promise<{ locked: LockedTask; link: PatientLinkEntity }> {
  const locked = await lockTask(tx, taskId);
  const lock = { mode: 'pessimistic_write' } as const;
  const link = await tx.findOneOrFail(PatientLinkEntity, { where: { id: linkId }, lock });
  return link.taskId === taskId ? { locked, link } : { locked: await lockTask(tx, link.taskId), link };
}

function channelOf({ purpose }: PatientLinkEntity): ResponseChannel {
  return purpose === SETTLEMENT_SHEET ? SETTLEMENT_SHEET : 'link';
}

/** Of the person: the answer of this link may have come while a case of an earlier one was open. */
async function doctorIsCalling(manager: EntityManager, ids: string[]): Promise<boolean> {
  const cases: unknown[] = await manager.query(
    `SELECT 1 FROM green_channel_case WHERE patient_id = ANY($1::uuid[]) AND status = 'open' LIMIT 1`,
    [ids],
  );
  return cases.length > 0;
}
