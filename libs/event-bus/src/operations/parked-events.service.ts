import { contractFor } from '#contracts';
import { Clock, currentContext, decodeCursor, pageOf, Problem, stateReason, transact, type Page } from '#platform';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import type { CloudEvent } from '../cloud-event.js';
import { checkContract, ContractViolationError } from '../contract-check.js';
import type { ParkedEventDetail, ParkedEventsQuery, ParkedEventSummary } from './parked-events.dto.js';

interface ParkedRow {
  id: string;
  stream: string;
  stream_seq: string;
  subject: string;
  partition_key: string;
  event: string;
  repaired_event: string | null;
  reason: string;
  error: string;
  attempts: number;
  parked_at: Date;
  replay_requested_at: Date | null;
  resolved_at: Date | null;
  resolution: string | null;
  resolved_by: string | null;
  resolution_note: string | null;
}

/** What operations do with events that could not be handled: read, repair, replay in order, discard. */
@Injectable()
export class ParkedEvents {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(query: ParkedEventsQuery): Promise<Page<ParkedEventSummary>> {
    const after = query.cursor === undefined ? null : idIn(query.cursor);
    const rows: ParkedRow[] = await this.source.query(
      `SELECT * FROM parked_event
        WHERE (resolved_at IS NULL) = $1 AND ($2::text IS NULL OR partition_key = $2) AND ($3::uuid IS NULL OR id > $3::uuid)
        ORDER BY id LIMIT $4`,
      [query.state === 'waiting', query.key ?? null, after, query.limit + 1],
    );
    return pageOf(rows.map(summaryOf), query.limit, (row) => [row.id]);
  }

  async read(id: string): Promise<ParkedEventDetail> {
    return detailOf(await this.row(id));
  }

  /** Replaces the event's data; the original is kept. The contract decides. */
  async repair(id: string, data: Record<string, unknown>): Promise<ParkedEventDetail> {
    const row = await this.waiting(id);
    const contract = contractFor(row.subject);
    if (!contract) throw Problem.conflict('unknown-event-version', { subject: row.subject });
    try {
      checkContract(contract.type, data, 'emit');
    } catch (error) {
      if (error instanceof ContractViolationError)
        throw Problem.invalid(error.faults.map((fault) => ({ ...fault, field: `data.${fault.field}` })));
      throw error;
    }
    const repaired = { ...envelopeOf(row), data };
    await this.update(
      id,
      'UPDATE parked_event SET repaired_event = $2 WHERE id = $1 AND resolved_at IS NULL RETURNING id',
      [id, JSON.stringify(repaired)],
    );
    return this.read(id);
  }

  /** Asks the active consumer to work off the event's key, oldest first. */
  async replay(id: string): Promise<ParkedEventDetail> {
    const row = await this.waiting(id);
    await this.update(
      id,
      `UPDATE parked_event SET replay_requested_at = $3
        WHERE stream = $1 AND partition_key = $2 AND resolved_at IS NULL RETURNING id`,
      [row.stream, row.partition_key, this.clock.now()],
    );
    return this.read(id);
  }

  async discard(id: string, reason: string): Promise<ParkedEventDetail> {
    await this.waiting(id);
    stateReason(reason);
    await this.update(
      id,
      `UPDATE parked_event SET resolved_at = $2, resolution = 'discarded', resolved_by = $3, resolution_note = $4
        WHERE id = $1 AND resolved_at IS NULL RETURNING id`,
      [id, this.clock.now(), currentContext()?.actor?.id ?? null, reason],
    );
    return this.read(id);
  }

  /** In a transaction, which takes the audit entry along. @throws Problem 409 when it was resolved a moment ago */
  private async update(id: string, sql: string, values: unknown[]): Promise<void> {
    await transact(this.source, async (tx) => {
      const [changed]: [{ id: string }[], number] = await tx.query(sql, values);
      if (!changed.some((row) => row.id === id)) await this.waiting(id);
    });
  }

  private async row(id: string): Promise<ParkedRow> {
    const rows: ParkedRow[] = await this.source.query('SELECT * FROM parked_event WHERE id = $1', [id]);
    if (!rows[0]) throw Problem.notFound('parked-event', id);
    return rows[0];
  }

  private async waiting(id: string): Promise<ParkedRow> {
    const row = await this.row(id);
    if (row.resolved_at) throw Problem.conflict('parked-event-resolved', { resolution: row.resolution ?? '' });
    return row;
  }
}

function idIn(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  if (isUUID(id)) return id as string;
  throw Problem.invalid([{ field: 'cursor', code: 'unknown-cursor' }]);
}

/** The envelope of a parked event; one that was never JSON gets a new one around the repaired data. */
function envelopeOf(row: ParkedRow): Omit<CloudEvent, 'data'> {
  try {
    return JSON.parse(row.event) as CloudEvent;
  } catch {
    return {
      specversion: '1.0',
      id: row.id,
      source: '/operations/repair',
      type: row.subject,
      time: row.parked_at.toISOString(),
      datacontenttype: 'application/json',
      partitionkey: row.partition_key,
    };
  }
}

function summaryOf(row: ParkedRow): ParkedEventSummary {
  return {
    id: row.id,
    stream: row.stream,
    streamSequence: Number(row.stream_seq),
    subject: row.subject,
    key: row.partition_key,
    reason: row.reason,
    error: row.error.split('\n', 1)[0] ?? '',
    attempts: row.attempts,
    parkedAt: row.parked_at.toISOString(),
    replayRequestedAt: row.replay_requested_at?.toISOString() ?? null,
    resolvedAt: row.resolved_at?.toISOString() ?? null,
    resolution: row.resolution,
  };
}

function detailOf(row: ParkedRow): ParkedEventDetail {
  return {
    ...summaryOf(row),
    event: row.event,
    repairedEvent: row.repaired_event,
    errorDetail: row.error,
    resolvedBy: row.resolved_by,
    resolutionNote: row.resolution_note,
  };
}
