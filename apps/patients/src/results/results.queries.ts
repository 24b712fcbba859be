import { bindTo, ListReading, Problem, type Bind, type ListQuery } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordsOf } from '../people/records-of.js';
import { ResultRecord } from './result.entity.js';
import type { ResultDetail, ResultPage, ResultReportView, ResultView } from './results.dto.js';
import { RESULTS } from './results.list.js';
import { EXCERPT, resultsOf } from './results.sql.js';
import { ResultsStore } from './results.store.js';
import { SensitiveAccess } from './sensitive.access.js';

export type ResultRow = Omit<ResultView, 'observedAt' | 'reportedAt'> & {
  observedAt: Date;
  reportedAt: Date;
  textVersion: string | null;
  position: string[];
};

const MOST_REPORTS = 100;

/** Reads results straight to the answer, as far as the caller may see them (PT-2, PT-9). */
@Injectable()
export class ResultQueries {
  constructor(
    private readonly source: DataSource,
    private readonly store: ResultsStore,
    private readonly access: SensitiveAccess,
  ) {}

  /** Those of the person, merged records included, the latest first unless sorted otherwise. @throws Problem 400, 403, 404 */
  async ofPatient(patientId: string, query: ListQuery): Promise<ResultPage> {
    const records = await recordsOf(this.source.manager, patientId);
    const reading = new ListReading(RESULTS, query);
    const values: unknown[] = [records];
    const rows: ResultRow[] = await this.source.query(resultsSql(reading, bindTo(values), this.access.sees()), values);
    return reading.page(
      rows.map(viewOf),
      rows.map(({ position }) => position),
    );
  }

  /** With all of its text and every report made of it. @throws Problem 404 */
  async read(id: string): Promise<ResultDetail> {
    const { manager } = this.source;
    const result = await manager.findOne(ResultRecord, { where: { id }, select: { id: true, patientId: true } });
    if (!result) throw Problem.notFound('result', id);
    const records = await recordsOf(manager, result.patientId);
    const [row]: ResultRow[] = await this.source.query(
      `${SELECT}, NULL AS position FROM (${resultsOf(this.access.sees())}) result
         LEFT JOIN result_version told ON told.id = result.text_version WHERE result.id = $2`,
      [records, id],
    );
    if (!row) throw Problem.notFound('result', id);
    if (row.withheld) return { ...viewOf(row), reports: [] };
    return this.withReports(row);
  }

  private async withReports(row: ResultRow): Promise<ResultDetail> {
    const { manager } = this.source;
    const versions = (await this.store.versionsOf(manager, [row.id])).slice(0, MOST_REPORTS);
    const texts = await this.store.texts(manager, versions);
    const reports: ResultReportView[] = versions.map(({ id, toldAt, status, content }) => ({
      ...{ toldAt: toldAt.toISOString(), status, observations: [...content.observations] },
      ...{ impression: content.impression ?? null, text: texts.get(id)?.text || null },
    }));
    const told = versions.find(({ id }) => id === row.textVersion);
    const whole = told && texts.get(told.id);
    const text = whole ? { text: whole.text || null, textComplete: whole.parts >= told.textParts } : {};
    return { ...viewOf(row), ...text, reports };
  }
}

/** SQL: a page of the results of the records in `$1`. */
export function resultsSql(reading: ListReading, bind: Bind, seesSensitive: boolean): string {
  const conditions = reading.conditions(bind).map((condition) => ` AND ${condition}`);
  return `${SELECT}, ${reading.positionSql} AS position
      FROM (${resultsOf(seesSensitive)}) result LEFT JOIN result_version told ON told.id = result.text_version
     WHERE true${conditions.join('')} ORDER BY ${reading.orderBy} LIMIT ${reading.rowLimit}`;
}

const SELECT = `SELECT result.id, result.patient_id AS "patientId", result.encounter_id AS "encounterId", result.kind,
    result.status, result.order_number AS "orderNumber", result.placer_number AS "placerNumber", result.sensitive,
    result.withheld, result.code, result.name, result.section, result.abnormality, result.observed_at AS "observedAt",
    result.reported_at AS "reportedAt", result.observations, result.impression, result.text_version AS "textVersion",
    CASE WHEN NOT result.withheld THEN left(told.text, ${EXCERPT}) END AS text,
    told.id IS NULL OR (told.text_parts <= 1 AND length(coalesce(told.text, '')) <= ${EXCERPT}) AS "textComplete"`;

export function viewOf({
  position: _position,
  textVersion: _version,
  observedAt,
  reportedAt,
  ...row
}: ResultRow): ResultView {
  return { ...row, observedAt: observedAt.toISOString(), reportedAt: reportedAt.toISOString() };
}
