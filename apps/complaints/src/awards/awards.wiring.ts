import { AwardEntity } from './award.entity.js';
import { AwardsController } from './awards.controller.js';
import { AwardsPersonData } from './awards.person-data.js';
import { AwardsRetention } from './awards.retention.js';
import { Awards } from './awards.service.js';
import { EligibilityOf } from './eligibility.js';

/** Satisfied departments and persons, and whose bonus a valid complaint took (CP-8). */
export const AWARD_ENTITIES = [AwardEntity];
export const AWARD_CONTROLLERS = [AwardsController];
export const AWARD_PROVIDERS = [EligibilityOf, Awards, AwardsPersonData, AwardsRetention];
