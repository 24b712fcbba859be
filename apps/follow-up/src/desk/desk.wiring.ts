import { CalendarController } from '../calls/calendar.controller.js';
import { CalendarService } from '../calls/calendar.service.js';
import { CallRules } from '../calls/call-rules.js';
import { NotedYearsConsumer } from '../calls/noted-years.consumer.js';
import { HolidayMetrics } from '../calls/holiday-metrics.js';
import { ContactTimesController } from '../contact-times/contact-times.controller.js';
import { ContactTimesService } from '../contact-times/contact-times.service.js';
import { AttemptAnswers } from './attempt-answers.js';
import { AttemptEntity } from './attempt.entity.js';
import { AttemptsController } from './attempts.controller.js';
import { AttemptsService } from './attempts.service.js';
import { DealingService } from './dealing.service.js';
import { DeskMetrics } from './desk.metrics.js';
import { GivingBack } from './giving-back.js';
import { HandOut } from './hand-out.js';
import { LateRecords } from './late-records.js';
import { KnownStaffConsumer } from './known-staff.consumer.js';
import { LettersController } from './letters.controller.js';
import { LettersService } from './letters.service.js';
import { NursesController } from './nurses.controller.js';
import { NursesService } from './nurses.service.js';
import { QueueController } from './queue.controller.js';

/** The nurses' desk: what is handed out to whom, and what came of it (FU-7). */
export const DESK_ENTITIES = [AttemptEntity];

export const DESK_CONTROLLERS = [
  QueueController,
  NursesController,
  AttemptsController,
  LettersController,
  ContactTimesController,
  CalendarController,
  NotedYearsConsumer,
  KnownStaffConsumer,
];

export const DESK_PROVIDERS = [
  CallRules,
  CalendarService,
  HolidayMetrics,
  ContactTimesService,
  HandOut,
  GivingBack,
  AttemptAnswers,
  LateRecords,
  AttemptsService,
  LettersService,
  DealingService,
  NursesService,
  DeskMetrics,
];
