import { FollowUpMessageRequestedV1 } from '#contracts';
import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, startOf } from '../calendar/hospital-day.rules.js';
import type { Occasion } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { PAIN_SCORE } from '../green-channel/green-channel.rules.js';
import { PatientLinks } from '../patient-pages/patient-links.js';
import type { Effects } from '../plans/chronicle.js';
import { Questionnaires } from '../questionnaires/questionnaires.service.js';
import type { TaskEntity } from '../tasks/task.entity.js';

/** Days that a link is good when its task waits for ever. */
const LINK_DAYS = 7;
const MINUTE_MS = 60_000;

/** Asks a patient by a message with a link (FU-4, FU-7). */
@Injectable()
export class AskedByLink {
  private readonly logger = new Logger(AskedByLink.name);

  constructor(
    private readonly config: FollowUpConfig,
    private readonly questionnaires: Questionnaires,
    private readonly links: PatientLinks,
  ) {}

  /** The task has just opened, its first time or again: each time is a link and a message of its own. */
  async ask(tx: EntityManager, task: TaskEntity, occasion: Occasion, effects: Effects): Promise<void> {
    const code = task.questionnaireCode;
    if (code === null) return;
    const version = task.questionnaireVersion ?? (await this.versionOf(tx, code));
    if (version === undefined) {
      // Somebody has to publish it: until then the task waits open, where the list of tasks shows it.
      this.logger.warn(`There is no published version of ${code} to ask`);
      return;
    }
    const isPain = code === PAIN_SCORE;
    const expiresAt = linkEnd(task, occasion);
    const callAt = isPain ? new Date(occasion.now.getTime() + this.config.painAnswerMinutes * MINUTE_MS) : null;
    const { id: taskId, patientId } = task;
    const questionnaire = { code, version };
    const purpose = isPain ? PAIN_SCORE : 'questionnaire';
    const link = await this.links.issue(tx, { purpose, patientId, taskId, questionnaire, expiresAt, callAt });
    if (task.planId !== null) {
      effects.line({ planId: task.planId, what: 'message-requested', step: task.step, reason: `${purpose}-request` });
    }
    effects.event(FollowUpMessageRequestedV1, {
      ...{ purpose: `follow-up.${purpose}`, patientId, subjectType: 'task', subjectId: taskId },
      ...{ occasion: `opened-${task.version}`, template: `${purpose}-request`, variables: {}, link },
      ...{ expiresAt: expiresAt.toISOString(), urgent: isPain },
    });
  }

  /** Pain is asked for whatever an editor did: a retired version still takes the answers of a task (FU-4). */
  private async versionOf(tx: EntityManager, code: string): Promise<number | undefined> {
    const published = await this.questionnaires.published(tx, code);
    if (published || code !== PAIN_SCORE) return published?.version;
    this.logger.error('No version of the pain score is published: the last one is asked');
    return (await this.questionnaires.lastAsked(tx, code))?.version;
  }
}

function linkEnd({ lapsesOn }: TaskEntity, { today, zone }: Occasion): Date {
  return startOf(addDays(lapsesOn ?? addDays(today, LINK_DAYS), 1), zone);
}
