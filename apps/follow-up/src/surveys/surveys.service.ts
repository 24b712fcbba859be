import { Clock, newId, Problem, requireVersion, stateChange, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { addDays, startOf } from '../calendar/hospital-day.rules.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { Questionnaires } from '../questionnaires/questionnaires.service.js';
import { share } from '../statistics/indicator.rules.js';
import { requirePeriod } from '../statistics/statistics.service.js';
import type { LeftOut } from './draw.js';
import { SurveyRuleEntity } from './survey-rule.entity.js';
import type { DrawsQuery, NewSurveyRule, SurveyDraws, SurveyRule, SurveyRuleChange } from './surveys.dto.js';

/** By the day they were drawn; an answer counts whenever it came, once however often it was corrected. */
const DRAWS = `
  SELECT left_out AS "leftOut", withdrawn, count(*)::int AS count,
         count(*) FILTER (WHERE EXISTS (
           SELECT FROM questionnaire_response response
            WHERE response.task_id = survey_draw.task_id AND response.status = 'completed'))::int AS answered
    FROM survey_draw WHERE rule_id = $1 AND drawn_at >= $2 AND drawn_at < $3 GROUP BY left_out, withdrawn`;

interface DrawCount {
  leftOut: LeftOut | null;
  withdrawn: boolean;
  count: number;
  answered: number;
}

/** FU-10: who is surveyed about what, as data. */
@Injectable()
export class SurveysService {
  constructor(
    private readonly source: DataSource,
    private readonly questionnaires: Questionnaires,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  async list(): Promise<SurveyRule[]> {
    const rules = await this.source.manager.find(SurveyRuleEntity, { order: { createdAt: 'ASC', id: 'ASC' } });
    return rules.map(present);
  }

  /** @throws Problem 400 for a questionnaire that is not asked */
  create(wanted: NewSurveyRule): Promise<SurveyRule> {
    return transact(this.source, async (tx) => {
      await this.requirePublished(tx, wanted.questionnaireCode);
      const own = { id: newId(), active: true, createdAt: this.clock.now(), version: 1 };
      const rule: SurveyRuleEntity = { ...own, ...columnsOf(wanted) };
      await tx.insert(SurveyRuleEntity, rule);
      stateChange('survey-rule', rule.id, null, present(rule));
      return present(rule);
    });
  }

  /** Concerns visits from now on: who was drawn stays drawn. @throws Problem 404, 412, 400 as on creation */
  change(id: string, version: number, wanted: SurveyRuleChange): Promise<SurveyRule> {
    return transact(this.source, async (tx) => {
      const rule = await tx.findOne(SurveyRuleEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!rule) throw Problem.notFound('survey-rule', id);
      requireVersion(rule.version, version);
      await this.requirePublished(tx, wanted.questionnaireCode);
      const changed: SurveyRuleEntity = { ...rule, ...columnsOf(wanted), active: wanted.active, version: version + 1 };
      await tx.update(SurveyRuleEntity, { id }, changed);
      stateChange('survey-rule', id, present(rule), present(changed));
      return present(changed);
    });
  }

  /** @throws Problem 404; 400 for no such period */
  async draws(id: string, period: DrawsQuery): Promise<SurveyDraws> {
    requirePeriod(period);
    if (!(await this.source.manager.existsBy(SurveyRuleEntity, { id }))) throw Problem.notFound('survey-rule', id);
    const zone = this.config.hospitalZone;
    const [from, until] = [startOf(period.from, zone), startOf(addDays(period.to, 1), zone)];
    return drawsOf(await this.source.query<DrawCount[]>(DRAWS, [id, from, until]));
  }

  private async requirePublished(tx: EntityManager, code: string): Promise<void> {
    if (await this.questionnaires.published(tx, code)) return;
    throw Problem.invalid([{ field: 'questionnaireCode', code: 'questionnaire-unpublished' }]);
  }
}

function drawsOf(counts: readonly DrawCount[]): SurveyDraws {
  const total = (of: readonly DrawCount[]) => of.reduce((sum, { count }) => sum + count, 0);
  const asked = counts.filter(({ leftOut, withdrawn }) => leftOut === null && !withdrawn);
  const answered = asked.reduce((sum, each) => sum + each.answered, 0);
  return {
    drawn: total(counts),
    asked: total(asked),
    leftOut: counts.flatMap(({ leftOut, count }) => (leftOut === null ? [] : [{ reason: leftOut, count }])),
    withdrawn: total(counts.filter(({ withdrawn }) => withdrawn)),
    answered,
    responseRate: share(answered, total(asked)).value,
  };
}

function columnsOf({ share: percent, departments, ...wanted }: NewSurveyRule) {
  const { name, questionnaireCode, trigger, mode, afterDays, restDays } = wanted;
  const said = { name, questionnaireCode, trigger, mode, afterDays, restDays };
  return { ...said, share: String(percent), departments: departments ?? null };
}

function present({ share: percent, createdAt, ...rule }: SurveyRuleEntity): SurveyRule {
  return { ...rule, share: Number(percent), createdAt: createdAt.toISOString() };
}
