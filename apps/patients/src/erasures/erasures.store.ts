import { bindTo, type ListReading, type Page } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ErasedStore } from '#contracts';
import type { Asker, ErasureState, IdentityCheck, ReportState } from './erasure-vocabulary.js';

export interface ErasureRequestRow {
  id: string;
  patientId: string;
  state: ErasureState;
  askedBy: Asker | null;
  identityCheck: IdentityCheck | null;
  reason: string;
  requestedBy: string | null;
  requestedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  decisionReason: string | null;
  keepUntil: Date | null;
}

export interface ReportRow {
  service: string;
  state: ReportState;
  stores: ErasedStore[];
  reportedAt: Date | null;
}

const COLUMNS = `id, patient_id AS "patientId", state, asked_by AS "askedBy", identity_check AS "identityCheck", reason,
  requested_by AS "requestedBy", requested_at AS "requestedAt", decided_by AS "decidedBy", decided_at AS "decidedAt",
  decision_reason AS "decisionReason", keep_until AS "keepUntil"`;

/** The tables of requests to erase somebody, and of what each service reported. */
@Injectable()
export class ErasuresStore {
  constructor(private readonly source: DataSource) {}

  get manager(): EntityManager {
    return this.source.manager;
  }

  async find(tx: EntityManager, id: string, locked = false): Promise<ErasureRequestRow | undefined> {
    const rows: ErasureRequestRow[] = await tx.query(
      `SELECT ${COLUMNS} FROM erasure_request WHERE id = $1 ${locked ? 'FOR UPDATE' : ''}`,
      [id],
    );
    return rows[0];
  }

  async page(reading: ListReading): Promise<Page<ErasureRequestRow>> {
    const values: unknown[] = [];
    const rows: (ErasureRequestRow & { position: string[] })[] = await this.source.query(
      `SELECT ${COLUMNS}, ${reading.positionSql} AS position FROM erasure_request
        WHERE ${['true', ...reading.conditions(bindTo(values))].join(' AND ')}
        ORDER BY ${reading.orderBy} LIMIT ${reading.rowLimit}`,
      values,
    );
    return reading.page(
      rows.map(({ position: _position, ...row }) => row),
      rows.map(({ position }) => position),
    );
  }

  /** @returns false when one is open for the record already */
  async add(
    tx: EntityManager,
    row: Pick<
      ErasureRequestRow,
      'id' | 'patientId' | 'askedBy' | 'identityCheck' | 'reason' | 'requestedBy' | 'requestedAt'
    >,
  ): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `INSERT INTO erasure_request (id, patient_id, state, asked_by, identity_check, reason, requested_by, requested_at)
       VALUES ($1, $2, 'requested', $3, $4, $5, $6, $7)
       ON CONFLICT (patient_id) WHERE state = 'requested' DO NOTHING RETURNING id`,
      [row.id, row.patientId, row.askedBy, row.identityCheck, row.reason, row.requestedBy, row.requestedAt],
    );
    return rows.length > 0;
  }

  async decide(
    tx: EntityManager,
    id: string,
    decision: Pick<ErasureRequestRow, 'state' | 'decidedBy' | 'decidedAt' | 'decisionReason' | 'keepUntil'>,
  ): Promise<void> {
    const { state, decidedBy, decidedAt, decisionReason, keepUntil } = decision;
    await tx.query(
      `UPDATE erasure_request SET state = $2, decided_by = $3, decided_at = $4, decision_reason = $5, keep_until = $6
        WHERE id = $1`,
      [id, state, decidedBy, decidedAt, decisionReason, keepUntil],
    );
  }

  async expectReports(tx: EntityManager, id: string, services: string[]): Promise<void> {
    await tx.query(
      `INSERT INTO erasure_report (erasure_id, service, state) SELECT $1, unnest($2::text[]), 'waiting'
       ON CONFLICT DO NOTHING`,
      [id, services],
    );
  }

  async report(tx: EntityManager, id: string, row: ReportRow): Promise<void> {
    await tx.query(
      `INSERT INTO erasure_report AS r (erasure_id, service, state, stores, reported_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (erasure_id, service) DO UPDATE SET state = $3, stores = $4, reported_at = $5
        WHERE r.state <> 'applied' OR $3 = 'applied'`,
      [id, row.service, row.state, JSON.stringify(row.stores), row.reportedAt],
    );
  }

  reports(tx: EntityManager, id: string): Promise<ReportRow[]> {
    return tx.query(
      `SELECT service, state, stores, reported_at AS "reportedAt" FROM erasure_report WHERE erasure_id = $1
        ORDER BY service`,
      [id],
    );
  }

  /** A request whose row a restored backup does not have. */
  async remember(tx: EntityManager, id: string, patientId: string, at: Date, keepUntil: Date | null): Promise<void> {
    await tx.query(
      `INSERT INTO erasure_request (id, patient_id, state, reason, requested_at, decided_at, keep_until)
       VALUES ($1, $2, 'confirmed', '', $3, $3, $4)
       ON CONFLICT (id) DO UPDATE SET state = 'confirmed', reason = '', decided_at = $3, keep_until = $4`,
      [id, patientId, at, keepUntil],
    );
  }

  /** Whether record numbers wait in an order that every service has carried out. */
  async stillHasNumbers(tx: EntityManager, id: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `SELECT 1 FROM outbox
        WHERE partition_key = (SELECT patient_id::text FROM person_erasure WHERE id = $1::uuid)
          AND partition_key <> '' AND subject = 'patients.person.erased.v1' AND event -> 'data' ->> 'erasureId' = $1::text
          AND json_array_length(event -> 'data' -> 'recordNumbers') > 0
          AND NOT EXISTS (SELECT 1 FROM erasure_report WHERE erasure_id = $1::uuid AND state <> 'applied')`,
      [id],
    );
    return rows.length > 0;
  }

  /** Of an order that every service has heard: nobody needs the record numbers any more. */
  async forgetNumbers(tx: EntityManager, id: string): Promise<void> {
    await tx.query(
      `UPDATE outbox SET event = jsonb_set(event::jsonb, '{data,recordNumbers}', '[]')::json
        WHERE partition_key = (SELECT patient_id::text FROM person_erasure WHERE id = $1::uuid)
          AND partition_key <> '' AND subject = 'patients.person.erased.v1' AND event -> 'data' ->> 'erasureId' = $1::text
          AND published_at IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM erasure_report WHERE erasure_id = $1::uuid AND state <> 'applied')`,
      [id],
    );
  }
}
