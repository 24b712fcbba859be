import type { DataSource, EntityManager } from 'typeorm';
import type { StatedChange } from '../context/call-entry.js';
import { prepared } from '../database/prepared.js';

/** A row of `audit_entry`. */
export interface AuditRow {
  id: string;
  at: Date;
  actor_id: string | null;
  actor_name: string | null;
  actor_roles: string[];
  session_id: string | null;
  client_address: string | null;
  request_id: string;
  traceparent: string;
  operation: string;
  method: string;
  path: string;
  params: Record<string, string>;
  subject: string;
  subject_ids: string[];
  status: number;
  unmasked: boolean;
  changes: StatedChange[] | null;
  reason: string | null;
}

const INSERT = 'INSERT INTO audit_entry SELECT * FROM jsonb_populate_recordset(NULL::audit_entry, $1::jsonb)';
const NOT_STORABLE = /\0/g;

/** Writes entries in one statement: all of them or none. */
export async function insertAuditRows(target: DataSource | EntityManager, rows: AuditRow[]): Promise<void> {
  await prepared(target, 'audit.insert', INSERT, [JSON.stringify(rows, storable)]);
}

/** A caller's path may hold what no text of PostgreSQL can; it must not keep the others of the group out. */
function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll(NOT_STORABLE, '\uFFFD') : value;
}
