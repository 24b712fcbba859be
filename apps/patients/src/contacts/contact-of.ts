import type { Channel } from '#contracts';
import type { ReceivedEvent } from '#event-bus';
import type { ContactKind, ContactRecord } from './contact.entity.js';

interface Told {
  kind: ContactKind;
  patientId: string;
  subjectId: string;
  /** When it happened, where the event says so; else when it was told. */
  at?: string;
  step?: string;
  channel?: Channel | undefined;
  outcome?: string;
  parentId?: string | undefined;
  encounterId?: string | undefined;
}

/** What an event says of a contact, as a row. Each service whose events tell of contacts has one file that calls it. */
export function contactOf({ id, type, time }: ReceivedEvent<object>, told: Told): ContactRecord {
  return {
    eventId: id,
    personId: told.patientId,
    kind: told.kind,
    what: type.replace(/\.v\d+$/, ''),
    at: new Date(told.at ?? time),
    step: told.step ?? null,
    channel: told.channel ?? null,
    outcome: told.outcome ?? null,
    subjectId: told.subjectId,
    parentId: told.parentId ?? null,
    encounterId: told.encounterId ?? null,
  };
}
