import { prepared } from '#platform';
import type { DataSource, EntityManager } from 'typeorm';
import type { Arrival } from './arrival.js';
import type { MessageStatus } from './message.entity.js';
import { senderOf, type Answers, type MessageRow } from './message-row.js';

/** What is known of an arriving message before it is stored. */
export interface Earlier {
  /** The same message, stored before. */
  readonly repeatOf?: { readonly id: string; readonly status: MessageStatus; readonly answers: Answers };
  /** Its sender used its control id before, for whatever. */
  readonly controlIdSeen: boolean;
}

const COLUMNS: Record<keyof MessageRow, string> = {
  id: 'uuid',
  partner: 'text',
  received_at: 'timestamptz',
  claimed_time: 'text',
  sending_application: 'text',
  sending_facility: 'text',
  control_id: 'text',
  message_type: 'text',
  event: 'text',
  record_numbers: 'text[]',
  visit_number: 'text',
  charset: 'text',
  raw: 'text',
  body_hash: 'text',
  status: 'text',
  code: 'text',
  problems: 'jsonb',
  commit_answer: 'text',
  application_answer: 'text',
  repaired_from: 'uuid',
  repaired_by: 'text',
};
const BYTES = new Set(['raw', 'body_hash', 'commit_answer', 'application_answer']);

const names = Object.keys(COLUMNS);
/**
 * One statement text for batches of every size, so that PostgreSQL and its pool see few. Its snapshot is older than its
 * own rows, so `seen` is about messages before the batch. Like those below, its LIMIT keeps PostgreSQL, while it has no
 * statistics, from reading the whole table once a batch instead of an index once a message (EXISTS does not).
 */
const INSERT = `
  INSERT INTO hl7_message (${names.join(', ')})
  SELECT ${names.map((name) => (BYTES.has(name) ? `decode(${name}, 'hex')` : name)).join(', ')}
    FROM json_to_recordset($1::json) AS m (${Object.entries(COLUMNS)
      .map((column) => column.join(' '))
      .join(', ')})
  ON CONFLICT (body_hash) WHERE repaired_from IS NULL DO NOTHING
  RETURNING control_id <> '' AND (
    SELECT true FROM hl7_message other
     WHERE other.control_id = hl7_message.control_id
       AND other.sending_application = hl7_message.sending_application
       AND other.sending_facility = hl7_message.sending_facility
     LIMIT 1) IS NOT NULL AS seen`;

export interface Insertion {
  /** Fewer than given when the same message was stored before. */
  readonly stored: number;
  /** One of the control ids was used before by the same sender. */
  readonly controlIdSeen: boolean;
}

export async function insertMessages(tx: EntityManager, rows: readonly MessageRow[]): Promise<Insertion> {
  const stored = await prepared<{ seen: boolean }>(tx, 'hl7_message.insert', INSERT, [JSON.stringify(rows)]);
  return { stored: stored.length, controlIdSeen: stored.some(({ seen }) => seen) };
}

const FIND_EARLIER = `
  SELECT arriving.position::int AS position, same.id, same.status, same.commit_answer, same.application_answer,
         other.id IS NOT NULL AS seen
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY
           AS arriving (body_hash, sending_application, sending_facility, control_id, position)
    LEFT JOIN LATERAL (
      SELECT m.id, m.status, m.commit_answer, m.application_answer FROM hl7_message m
       WHERE m.body_hash = decode(arriving.body_hash, 'hex') AND m.repaired_from IS NULL
       LIMIT 1) same ON true
    LEFT JOIN LATERAL (
      SELECT m.id FROM hl7_message m
       WHERE m.control_id = arriving.control_id AND arriving.control_id <> ''
         AND m.sending_application = arriving.sending_application
         AND m.sending_facility = arriving.sending_facility
       LIMIT 1) other ON true
   WHERE same.id IS NOT NULL OR other.id IS NOT NULL`;

interface EarlierRow {
  position: number;
  id: string | null;
  status: MessageStatus;
  commit_answer: Buffer | null;
  application_answer: Buffer | null;
  seen: boolean;
}

/** In the order of the arrivals. */
export async function findEarlier(source: DataSource, arrivals: readonly Arrival[]): Promise<Earlier[]> {
  const senders = arrivals.map(senderOf);
  const rows: EarlierRow[] = await source.query(FIND_EARLIER, [
    arrivals.map(({ bodyHash }) => bodyHash),
    senders.map((sender) => sender.sending_application),
    senders.map((sender) => sender.sending_facility),
    senders.map((sender) => sender.control_id),
  ]);
  const found = new Map(rows.map((row) => [row.position - 1, earlierOf(row)]));
  return arrivals.map((_, index) => found.get(index) ?? { controlIdSeen: false });
}

function earlierOf({ id, status, commit_answer, application_answer, seen }: EarlierRow): Earlier {
  if (id === null) return { controlIdSeen: seen };
  return {
    repeatOf: { id, status, answers: { commit: commit_answer, application: application_answer } },
    controlIdSeen: seen,
  };
}
