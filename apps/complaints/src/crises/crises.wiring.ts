import { Crisis, CrisisApproval, CrisisStatement } from './crisis.entity.js';
import { CrisesController } from './crises.controller.js';
import { CrisisSubjects } from './crisis-subjects.js';
import { CrisisQueries } from './crises.queries.js';
import { Crises } from './crises.service.js';

/** Crises of the hospital's name, and the one wording for all (CP-6). */
export const CRISIS_ENTITIES = [Crisis, CrisisStatement, CrisisApproval];
export const CRISIS_CONTROLLERS = [CrisesController];
export const CRISIS_PROVIDERS = [Crises, CrisisQueries, CrisisSubjects];
