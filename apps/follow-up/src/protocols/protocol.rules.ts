import type { EncounterClass } from '#contracts';
import type { TaskKind, TaskMode } from '../tasks/task.rules.js';

/** What a contact of a protocol is, whenever it is due. */
export interface ProtocolContact {
  key: string;
  nameZh: string;
  nameEn: string;
  /** `visit` by default. */
  kind?: TaskKind;
  /** `call` by default. */
  mode?: TaskMode;
  /** Without a version the newest is asked. */
  questionnaire?: { code: string; version?: number };
  /** What whoever does it must be good at; a skill of apps/staff. */
  skill?: string;
}

/** One visit of a protocol. Day 0 is the day of discharge; the visit is due on the last day of its window. */
export interface ProtocolStep extends ProtocolContact {
  window: { fromDay: number; toDay: number };
  /** Days after the due date at whose end an undone visit lapses. */
  lapseAfterDays: number;
}

/** Visits without end: the k-th is due on discharge + `anchorDays` + k × `everyMonths`. */
export interface ProtocolRecurrence extends ProtocolContact {
  anchorDays: number;
  everyMonths: number;
  opensBeforeDays: number;
  lapseAfterDays: number;
}

/** What a protocol version prescribes (FU-2, FU-5). A version never changes: a change is a new version. */
export interface ProtocolDefinition {
  appliesTo: { classes: EncounterClass[] };
  steps: ProtocolStep[];
  recurrence?: ProtocolRecurrence;
}

export const PROTOCOL_STATUSES = ['active', 'retired'] as const;
export type ProtocolStatus = (typeof PROTOCOL_STATUSES)[number];

export interface ProtocolVersion {
  code: string;
  version: number;
  status: ProtocolStatus;
  definition: ProtocolDefinition;
}

/** The protocol a discharge is followed up by: of those active for its class the first by code, in its newest version. */
export function chooseProtocol<T extends ProtocolVersion>(
  protocols: T[],
  encounter: { class: EncounterClass },
): T | undefined {
  return protocols
    .filter(({ status, definition }) => status === 'active' && definition.appliesTo.classes.includes(encounter.class))
    .sort((a, b) => (a.code === b.code ? b.version - a.version : a.code < b.code ? -1 : 1))
    .at(0);
}
