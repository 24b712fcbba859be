import type { QuestionnaireDefinition } from '../questionnaire.rules.js';
import { childbirthFollowUpV1 } from './childbirth-follow-up.v1.js';
import { diabetesFollowUpV1 } from './diabetes-follow-up.v1.js';
import { dischargeFollowUpV1 } from './discharge-follow-up.v1.js';
import { dischargedSatisfactionV1 } from './discharged-satisfaction.v1.js';
import { hypertensionFollowUpV1 } from './hypertension-follow-up.v1.js';
import { inpatientSatisfactionV1 } from './inpatient-satisfaction.v1.js';
import { medtechSatisfactionV1 } from './medtech-satisfaction.v1.js';
import { outpatientFollowUpV1 } from './outpatient-follow-up.v1.js';
import { outpatientSatisfactionV1 } from './outpatient-satisfaction.v1.js';
import { surgicalFollowUpV1 } from './surgical-follow-up.v1.js';

/** The first versions, as they were published: a hospital that wants others publishes a second version. */
export const STANDARD_QUESTIONNAIRES: Readonly<Record<string, QuestionnaireDefinition>> = {
  'surgical-follow-up': surgicalFollowUpV1,
  'discharge-follow-up': dischargeFollowUpV1,
  'hypertension-follow-up': hypertensionFollowUpV1,
  'diabetes-follow-up': diabetesFollowUpV1,
  'childbirth-follow-up': childbirthFollowUpV1,
  'outpatient-follow-up': outpatientFollowUpV1,
  'outpatient-satisfaction': outpatientSatisfactionV1,
  'inpatient-satisfaction': inpatientSatisfactionV1,
  'medtech-satisfaction': medtechSatisfactionV1,
  'discharged-satisfaction': dischargedSatisfactionV1,
};
