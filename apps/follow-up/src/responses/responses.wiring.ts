import type { FactoryProvider } from '@nestjs/common';
import { ComplaintCalls } from '../complaint-calls/complaint-calls.js';
import { QuestionnaireEditor } from '../questionnaires/questionnaire-editor.js';
import { QuestionnairesController } from '../questionnaires/questionnaires.controller.js';
import { GreenChannelOpening } from '../green-channel/green-channel.opening.js';
import { Questionnaires } from '../questionnaires/questionnaires.service.js';
import { QuestionnaireEntity } from '../questionnaires/questionnaire.entity.js';
import { EnteredResponses } from './entered-responses.js';
import { RESPONSE_LISTENERS, type ResponseListener } from './response-listener.js';
import { ResponseEntity } from './response.entity.js';
import { ResponsesController } from './responses.controller.js';
import { ResponseMetrics } from './responses.metrics.js';
import { ResponsesService } from './responses.service.js';

/** A listener is a provider whose class is named in `inject`. */
const listeners: FactoryProvider<ResponseListener[]> = {
  provide: RESPONSE_LISTENERS,
  useFactory: (...all: ResponseListener[]) => all,
  inject: [GreenChannelOpening, ComplaintCalls],
};

export const RESPONSE_ENTITIES = [QuestionnaireEntity, ResponseEntity];

export const RESPONSE_CONTROLLERS = [QuestionnairesController, ResponsesController];

export const RESPONSE_PROVIDERS = [
  Questionnaires,
  QuestionnaireEditor,
  ResponsesService,
  EnteredResponses,
  ResponseMetrics,
  listeners,
];
