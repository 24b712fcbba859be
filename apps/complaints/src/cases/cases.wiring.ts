import { CaseAccess } from './case-access.js';
import { CaseClosing } from './case-closing.js';
import { CaseReading } from './case-reading.js';
import { CasesController } from './cases.controller.js';
import { CasesPersonData } from './cases.person-data.js';
import { CasesRetention } from './cases.retention.js';
import { Cases } from './cases.service.js';
import { ErasedFindings } from './erased-findings.js';
import { Findings } from './findings.service.js';
import { MeasureEntity } from './measure.entity.js';
import { MeasureMetrics } from './measures.metrics.js';
import { MeasuresController } from './measures.controller.js';
import { MeasureDeadlines } from './measures.deadlines.js';
import { Measures } from './measures.service.js';
import { MedicalRoute } from './medical-route.js';
import { ReturnCallsConsumer } from './return-calls.consumer.js';
import { ReturnCalls } from './return-calls.js';
import { EnteredReturnCalls } from './return-calls.service.js';

/** Complaints from reception to the call that asks whether they were settled well (CP-3, CP-4, CP-8). */
export const CASE_ENTITIES = [MeasureEntity];
export const CASE_CONTROLLERS = [CasesController, MeasuresController, ReturnCallsConsumer];
export const CASE_DEADLINES = [MeasureDeadlines];
export const CASE_PROVIDERS = [
  ...[CaseAccess, CaseClosing, CaseReading, Cases, ErasedFindings, Findings, MeasureMetrics, Measures, MedicalRoute],
  ...[ReturnCalls, EnteredReturnCalls, CasesPersonData, CasesRetention],
];
