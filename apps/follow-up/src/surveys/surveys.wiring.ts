import { PrintedSurvey } from './printed-survey.js';
import { ResultsController } from './results.controller.js';
import { ResultsService } from './results.service.js';
import { Sampling } from './sampling.js';
import { SurveyLinksController } from './survey-links.controller.js';
import { SurveyLinksService } from './survey-links.service.js';
import { SurveyRuleEntity } from './survey-rule.entity.js';
import { SurveyWithdrawal } from './survey-withdrawal.js';
import { SurveysController } from './surveys.controller.js';
import { SurveysPersonData } from './surveys.person-data.js';
import { SurveysRetention } from './surveys.retention.js';
import { SurveysService } from './surveys.service.js';

/** Who is asked how satisfied they are, and what they answered (FU-10). */
export const SURVEY_ENTITIES = [SurveyRuleEntity];
export const SURVEY_CONTROLLERS = [SurveysController, SurveyLinksController, ResultsController];
export const SURVEY_PROVIDERS = [
  Sampling,
  PrintedSurvey,
  SurveyLinksService,
  SurveyWithdrawal,
  SurveysService,
  ResultsService,
  SurveysPersonData,
  SurveysRetention,
];
