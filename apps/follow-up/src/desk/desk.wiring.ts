import { CallRules } from '../calls/call-rules.js';
import { ContactTimesController } from '../contact-times/contact-times.controller.js';
import { ContactTimesService } from '../contact-times/contact-times.service.js';
import { AttemptEntity } from './attempt.entity.js';
import { AttemptsController } from './attempts.controller.js';
import { AttemptsService } from './attempts.service.js';
import { GivingBack } from './giving-back.js';
import { HandOut } from './hand-out.js';
import { KnownStaffConsumer } from './known-staff.consumer.js';
import { QueueController } from './queue.controller.js';

/** The nurses' desk: what is handed out to whom, and what came of it (FU-7). */
export const DESK_ENTITIES = [AttemptEntity];
export const DESK_CONTROLLERS = [QueueController, AttemptsController, ContactTimesController, KnownStaffConsumer];
export const DESK_PROVIDERS = [CallRules, ContactTimesService, HandOut, GivingBack, AttemptsService];
