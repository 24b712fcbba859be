import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { recordsOf } from '../people/records-of.js';
import { ResultRecord, ResultVersion } from './result.entity.js';
import type { ResultReport } from './result.rules.js';

/** Which result of whom. */
export interface ResultKey {
  readonly partner: string;
  readonly orderNumber: string;
  readonly service: string;
}

/** A further part of a report's text. */
export interface TextPart {
  readonly messageId: string;
  readonly number: number;
  readonly part: number;
  readonly text: string;
}

@Injectable()
export class ResultsStore {
  /** The result of this person, whichever of the merged records it was told under; locked. */
  async find(tx: EntityManager, key: ResultKey, personId: string, originId: string): Promise<ResultRecord | undefined> {
    const found = await tx.find(ResultRecord, { where: { ...key }, lock: { mode: 'pessimistic_write' } });
    if (found.length === 0) return undefined;
    const records = await recordsOf(tx, personId);
    const own = found.filter(({ patientId }) => records.includes(patientId));
    return own.find(({ patientId }) => patientId === originId) ?? own[0];
  }

  /** All reports of a result, without their texts. */
  async reports(tx: EntityManager, resultId: string): Promise<ResultReport[]> {
    const rows = await tx.find(ResultVersion, {
      where: { resultId },
      select: { id: true, toldAt: true, arrival: true, status: true, content: true, textParts: true },
    });
    return rows.map(({ id, toldAt, arrival, status, content, textParts }) => ({
      ...{ id, toldAt, status, content, arrival: Number(arrival), hasText: textParts > 0 },
    }));
  }

  /** Twice the same part is one; of a report that is not here there is nothing to continue. */
  async addText(tx: EntityManager, { messageId, number, part, text }: TextPart): Promise<void> {
    await tx.query(
      `INSERT INTO result_text (version_id, part, patient_id, text)
       SELECT id, $3, patient_id, $4 FROM result_version WHERE message_id = $1 AND number = $2
       ON CONFLICT (version_id, part) DO NOTHING`,
      [messageId, number, part, text],
    );
  }

  /** The texts of reports, as far as their parts have come. */
  async texts(
    tx: EntityManager,
    versions: readonly ResultVersion[],
  ): Promise<Map<string, { text: string; parts: number }>> {
    const ids = versions.filter(({ textParts }) => textParts > 1).map(({ id }) => id);
    const rows: { version_id: string; text: string; parts: number }[] = await tx.query(
      `SELECT version_id, string_agg(text, '' ORDER BY part) AS text, count(*)::int AS parts
         FROM result_text WHERE version_id = ANY ($1::uuid[]) GROUP BY version_id`,
      [ids],
    );
    const further = new Map(rows.map((row) => [row.version_id, row]));
    return new Map(
      versions.map(({ id, text }) => {
        const more = further.get(id);
        return [id, { text: `${text ?? ''}${more?.text ?? ''}`, parts: (text === null ? 0 : 1) + (more?.parts ?? 0) }];
      }),
    );
  }

  /** Whether these are of what the hospital calls sensitive (PT-9). */
  async isSensitive(tx: EntityManager, { codes, words, patientId, visitNumber }: ResultRecord): Promise<boolean> {
    const [row]: { sensitive: boolean | null }[] = await tx.query(
      `SELECT is_sensitive($1::text[], $2::text, (SELECT department_code FROM encounter
         WHERE patient_id = $3 AND visit_number = $4 ORDER BY id LIMIT 1)) AS sensitive`,
      [codes, words, patientId, visitNumber],
    );
    return row?.sensitive === true;
  }

  versionsOf(tx: EntityManager, resultIds: string[]): Promise<ResultVersion[]> {
    return tx.find(ResultVersion, { where: { resultId: In(resultIds) }, order: { toldAt: 'DESC', arrival: 'DESC' } });
  }
}
