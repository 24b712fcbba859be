import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import { decodeCursor, pageOf } from '../http/cursor.js';
import { momentIn } from '../http/moment.js';
import { Problem } from '../problems/problem.js';
import type { AuditRow } from './audit-row.js';
import { auditHead } from './audit-sealer.js';
import type { AuditEntry, AuditHeadView, AuditPage, AuditQuery } from './audit.dto.js';

/** With the time as text: a Date would lose its microseconds, and the cursor its place. */
type ReadRow = Omit<AuditRow, 'at'> & { at: Date; place: string };

/** What auditors read. */
@Injectable()
export class AuditQueries {
  constructor(private readonly source: DataSource) {}

  /** The newest first. */
  async page(query: AuditQuery): Promise<AuditPage> {
    const values: unknown[] = [];
    const bound = (value: unknown) => `$${values.push(value)}`;
    const conditions = ['true'];
    if (query.subjectId !== undefined) conditions.push(`subject_ids @> ARRAY[${bound(query.subjectId)}]`);
    if (query.actorId !== undefined) conditions.push(`actor_id = ${bound(query.actorId)}`);
    if (query.operation !== undefined) conditions.push(`operation = ${bound(query.operation)}`);
    if (query.from !== undefined) conditions.push(`at >= ${bound(query.from)}`);
    if (query.to !== undefined) conditions.push(`at < ${bound(query.to)}`);
    if (query.cursor !== undefined) {
      const [at, id] = placeIn(query.cursor);
      conditions.push(`(at, id) < (${bound(at)}::timestamptz, ${bound(id)}::uuid)`);
    }
    const rows: ReadRow[] = await this.source.query(
      `SELECT *, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS place FROM audit_entry
        WHERE ${conditions.join(' AND ')} ORDER BY at DESC, id DESC LIMIT ${bound(query.limit + 1)}`,
      values,
    );
    const page = pageOf(rows, query.limit, (row) => [row.place, row.id]);
    return { ...page, items: page.items.map(present) };
  }

  async head(): Promise<AuditHeadView> {
    const { seq, hash } = await auditHead(this.source.manager);
    const [waiting]: { count: number }[] = await this.source.query('SELECT count(*)::int AS count FROM audit_waiting');
    return { seq, hash: hash.toString('hex'), waiting: waiting?.count ?? 0 };
  }
}

function placeIn(cursor: string): [string, string] {
  const [at, id] = decodeCursor(cursor, 2);
  if (typeof at === 'string' && momentIn(at) && isUUID(id)) return [at, id as string];
  throw Problem.invalid([{ field: 'cursor', code: 'unknown-cursor' }]);
}

function present(row: ReadRow): AuditEntry {
  return {
    id: row.id,
    at: row.at.toISOString(),
    actorId: row.actor_id,
    actorName: row.actor_name,
    actorRoles: row.actor_roles,
    sessionId: row.session_id,
    clientAddress: row.client_address,
    requestId: row.request_id,
    traceparent: row.traceparent,
    operation: row.operation,
    method: row.method,
    path: row.path,
    params: row.params,
    subject: row.subject,
    subjectIds: row.subject_ids,
    status: row.status,
    unmasked: row.unmasked,
    changes: row.changes,
    reason: row.reason,
  };
}
