import { List } from '#platform';
import { QUESTIONNAIRE_STATUSES } from './questionnaire.rules.js';
import { QuestionnaireSummary } from './questionnaires.dto.js';

/** Of a query of questionnaires named `questionnaire`. */
export const QUESTIONNAIRES = new List({
  name: 'questionnaires',
  item: QuestionnaireSummary,
  fields: {
    id: { sql: 'questionnaire.id', type: 'uuid' },
    code: { sql: 'questionnaire.code', type: 'string' },
    version: { sql: 'questionnaire.version', type: 'number' },
    titleZh: { sql: 'questionnaire.title_zh', type: 'string' },
    titleEn: { sql: 'questionnaire.title_en', type: 'string' },
    status: { sql: 'questionnaire.status', type: 'enum', values: QUESTIONNAIRE_STATUSES },
    createdAt: { sql: 'questionnaire.created_at', type: 'instant' },
    publishedAt: { sql: 'questionnaire.published_at', type: 'instant', nullable: true },
    retiredAt: { sql: 'questionnaire.retired_at', type: 'instant', nullable: true },
  },
  key: 'id',
  sort: 'code,-version',
  example: `status eq 'published'`,
});
