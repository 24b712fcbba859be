import type { EncounterClass, Role } from '#contracts';
import type { TaskKind, TaskMode } from '../tasks/task.rules.js';

/** What a plan is counted from (FU-2, FU-3, FU-11). */
export const PLAN_ANCHORS = ['discharge', 'operation', 'visit', 'consultation', 'admission'] as const;
export type PlanAnchor = (typeof PLAN_ANCHORS)[number];

/**
 * What a step may be about. Surveys are drawn by rules of their own (FU-10); the care of a stay, calls back and the green
 * channel come up by themselves, and a step that passed for one would jump the queue or meet the stay's own task.
 */
export const STEP_KINDS = ['visit', 'pain', 'education'] as const satisfies readonly TaskKind[];
export type StepKind = (typeof STEP_KINDS)[number];

/** Without a version the newest is asked. */
export interface QuestionnaireUse {
  code: string;
  version?: number;
}

/** Who is told when a contact is overdue, once. */
export interface StepEscalation {
  /** After its hour, or the end of the day it was due. */
  afterHours: number;
  /** Whoever is on duty as that in the plan’s department; everybody with the role where there is none. */
  to: Role;
  /** Told one after another when nobody acknowledged in time, or nobody could be told. */
  next?: Role[];
  /** How long each has; a working day’s half by default. */
  acknowledgeMinutes?: number;
}

/** What a contact of a protocol is, whenever it is due. */
export interface ProtocolContact {
  key: string;
  nameZh: string;
  nameEn: string;
  /** `visit` by default. */
  kind?: StepKind;
  /** `call` by default. */
  mode?: TaskMode;
  questionnaire?: QuestionnaireUse;
  /** What whoever does it must be good at; a skill of apps/staff. */
  skill?: string;
  /** Without it the next of the queue is all that happens. */
  escalation?: StepEscalation;
}

/**
 * One contact, counted in days or in hours, never both. Day 0 is the day of the anchor. With a window it is due on the
 * window's last day; with an offset it opens and is due that many hours after the anchor.
 */
export interface ProtocolStep extends ProtocolContact {
  window?: { fromDay: number; toDay: number };
  offset?: { hours: number };
  /** Opens at this full hour of its day, so that calls are gathered (FU-3); an offset goes to the next such hour. */
  batchHour?: number;
  /** Days after the due date at whose end an undone visit lapses. */
  lapseAfterDays: number;
}

/** Visits without end: the k-th is due on anchor + `anchorDays` + k × `everyMonths`. */
export interface ProtocolRecurrence extends ProtocolContact {
  anchorDays: number;
  everyMonths: number;
  opensBeforeDays: number;
  lapseAfterDays: number;
}

/** Whom a protocol is for (FU-5). What is not stated is not asked; what is stated must be known and fit. */
export interface ProtocolScope {
  anchor: PlanAnchor;
  /** Empty: never by itself, only when a person chooses it (FU-11). */
  classes: EncounterClass[];
  /** Codes of departments. */
  departments?: string[];
  /** Prefixes of ICD-10 codes; one diagnosis must have one of them. */
  diagnoses?: string[];
  /** Prefixes of procedure codes; one procedure must have one of them. */
  procedures?: string[];
  /** Completed years at the anchor, both ends included. */
  ages?: { from?: number; to?: number };
  /** Whether for key patients 重点患者 only, or for all but them. */
  keyPatient?: boolean;
}

/** What a protocol version prescribes (FU-2, FU-5). A published version never changes: a change is a new version. */
export interface ProtocolDefinition {
  appliesTo: ProtocolScope;
  /** By time: the end of the last one makes the first recurring visit. */
  steps: ProtocolStep[];
  recurrence?: ProtocolRecurrence;
}

/** `draft` can be edited and makes no plans; `retired` makes no more, and those it made run on. */
export const PROTOCOL_STATUSES = ['draft', 'published', 'retired'] as const;
export type ProtocolStatus = (typeof PROTOCOL_STATUSES)[number];

export interface ProtocolVersion {
  code: string;
  version: number;
  status: ProtocolStatus;
  definition: ProtocolDefinition;
}
