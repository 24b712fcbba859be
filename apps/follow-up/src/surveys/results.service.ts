import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addDays, startOf } from '../calendar/hospital-day.rules.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { requirePeriod } from '../statistics/statistics.service.js';
import { FEWEST_ANSWERS, questionResults, type ResultGrouping, type ScoreCount } from './result.rules.js';
import type { ResultsQuery, SurveyGroupResult, SurveyResults } from './results.dto.js';

const KEYS: Record<ResultGrouping, string> = {
  department: 'response.department_code',
  'staff-member': 'response.staff_member_id::text',
  channel: 'response.channel',
};

/** What was corrected counts as corrected, on the day of the correction. */
const ASKED = `
  FROM questionnaire_response response
 WHERE response.questionnaire_code = $1 AND response.recorded_at >= $2 AND response.recorded_at < $3
   AND response.status = 'completed' AND ($4::text IS NULL OR response.channel = $4)`;

const RESPONSES = (key: string) => `SELECT ${key} AS key, count(*)::int AS count ${ASKED} GROUP BY 1`;

const SCORES = (key: string) => `
  SELECT key, link_id AS "linkId", kind, score::float8 AS score, count(*)::int AS count
    FROM (SELECT response.id, ${key} AS key ${ASKED}) AS asked JOIN response_score ON response_id = asked.id
   GROUP BY 1, 2, 3, 4`;

/** FU-10: score a question, department, member of staff and channel, and NPS, counted when somebody asks. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  /** @throws Problem 400 for no such period */
  async read({ questionnaire, from, to, by, channel }: ResultsQuery): Promise<SurveyResults> {
    requirePeriod({ from, to });
    const zone = this.config.hospitalZone;
    const values = [questionnaire, startOf(from, zone), startOf(addDays(to, 1), zone), channel ?? null];
    const [whole] = await this.groups('NULL::text', values);
    const groups = by ? await this.groups(KEYS[by], values) : [];
    return {
      asOf: this.clock.now().toISOString(),
      whole: whole ?? { key: null, responses: 0, suppressed: false, questions: [] },
      groups: by === 'staff-member' ? groups.map(guarded) : groups,
    };
  }

  private async groups(key: string, values: unknown[]): Promise<SurveyGroupResult[]> {
    const responses: { key: string | null; count: number }[] = await this.source.query(RESPONSES(key), values);
    const scores: ScoreCount[] = await this.source.query(SCORES(key), values);
    return responses
      .map((group) => ({
        ...{ key: group.key, responses: group.count, suppressed: false },
        questions: questionResults(scores.filter((each) => each.key === group.key)),
      }))
      .sort((a, b) => (a.key === null ? 1 : b.key === null ? -1 : a.key < b.key ? -1 : 1));
  }
}

/** Answers that name nobody are about nobody. */
function guarded(group: SurveyGroupResult): SurveyGroupResult {
  if (group.key === null || group.responses >= FEWEST_ANSWERS) return group;
  return { ...group, suppressed: true, questions: [] };
}
