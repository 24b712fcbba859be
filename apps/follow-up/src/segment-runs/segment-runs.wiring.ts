import { LostSegmentRuns } from './lost-segment-runs.deadlines.js';
import { SegmentRunEntity } from './segment-run.entity.js';
import { SegmentRunJob } from './segment-run.job.js';
import { SegmentRunsController } from './segment-runs.controller.js';
import { SegmentRunsPersonData } from './segment-runs.person-data.js';
import { SegmentRunsRetention } from './segment-runs.retention.js';
import { SegmentRuns } from './segment-runs.service.js';

/** Segments of patients, followed up at will (FU-11). */
export const SEGMENT_RUN_ENTITIES = [SegmentRunEntity];
export const SEGMENT_RUN_DEADLINES = [LostSegmentRuns];
export const SEGMENT_RUN_CONTROLLERS = [SegmentRunsController];
export const SEGMENT_RUN_PROVIDERS = [SegmentRuns, SegmentRunJob, SegmentRunsRetention, SegmentRunsPersonData];
