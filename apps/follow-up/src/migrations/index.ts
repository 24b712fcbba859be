import type { MigrationClass } from '#platform';
import { BeginClaims1766300310000 } from './begin-claims.js';
import { ClaimWithoutIndexes1768100300000 } from './claim-without-indexes.js';
import { CopyCalendar1766303000000 } from './copy-calendar.js';
import { CountFromAlarms1767351000080 } from './count-from-alarms.js';
import { CountFigures1764000500000 } from './count-figures.js';
import { AnchorPlans1764000100001 } from './anchor-plans.js';
import { CreateComplaintCalls1764010300000 } from './create-complaint-calls.js';
import { CreateFollowUp1764000000000 } from './create-follow-up.js';
import { CreateGreenChannel1764000400001 } from './create-green-channel.js';
import { CreatePatientLinks1764000400000 } from './create-patient-links.js';
import { AlarmAgain1766300050000 } from './alarm-again.js';
import { CreateQuestionnaires1764000300000 } from './create-questionnaires.js';
import { DrawSurveys1764000500001 } from './draw-surveys.js';
import { EscalateTasks1764000600002 } from './escalate-tasks.js';
import { FindRunningPlans1764000100004 } from './find-running-plans.js';
import { ForgetOldDeadlines1766300100000 } from './forget-old-deadlines.js';
import { KeepOperations1764000100002 } from './keep-operations.js';
import { SeedProtocols1764000100003 } from './seed-protocols.js';
import { ForgetHandOuts1766300770000 } from './forget-hand-outs.js';
import { FreeUrgentTasks1766300300000 } from './free-urgent-tasks.js';
import { HandOutTasks1764000200000 } from './hand-out-tasks.js';
import { KeepHandOuts1766300700000 } from './keep-hand-outs.js';
import { KeepWishes1766300000000 } from './keep-wishes.js';
import { SeedDischargeDefault1764000000001 } from './seed-discharge-default.js';
import { WidenTasks1764000100000 } from './widen-tasks.js';
import { WatchHolidays1766300700001 } from './watch-holidays.js';
import { FindLostSegmentRuns1768100200001 } from './find-lost-segment-runs.js';
import { MergeCases1768100200003 } from './merge-cases.js';
import { RunSegments1764000600003 } from './run-segments.js';
import { PrintSurveyLinks1767351000090 } from './print-survey-links.js';
import { RecodeOperations1767351000070 } from './recode-operations.js';
import { RememberVisitWords1766300100001 } from './remember-visit-words.js';
import { SeedPainScore1764000300001 } from './seed-pain-score.js';
import { SeedStandardQuestionnaires1764000300002 } from './seed-standard-questionnaires.js';

export const followUpMigrations: MigrationClass[] = [
  CreateFollowUp1764000000000,
  SeedDischargeDefault1764000000001,
  WidenTasks1764000100000,
  HandOutTasks1764000200000,
  AnchorPlans1764000100001,
  EscalateTasks1764000600002,
  RunSegments1764000600003,
  KeepOperations1764000100002,
  SeedProtocols1764000100003,
  FindRunningPlans1764000100004,
  KeepWishes1766300000000,
  CreatePatientLinks1764000400000,
  CreateGreenChannel1764000400001,
  CreateQuestionnaires1764000300000,
  SeedPainScore1764000300001,
  CountFigures1764000500000,
  DrawSurveys1764000500001,
  SeedStandardQuestionnaires1764000300002,
  AlarmAgain1766300050000,
  ForgetOldDeadlines1766300100000,
  RememberVisitWords1766300100001,
  FreeUrgentTasks1766300300000,
  BeginClaims1766300310000,
  KeepHandOuts1766300700000,
  WatchHolidays1766300700001,
  CreateComplaintCalls1764010300000,
  ForgetHandOuts1766300770000,
  CopyCalendar1766303000000,
  RecodeOperations1767351000070,
  CountFromAlarms1767351000080,
  PrintSurveyLinks1767351000090,
  FindLostSegmentRuns1768100200001,
  MergeCases1768100200003,
  ClaimWithoutIndexes1768100300000,
];
