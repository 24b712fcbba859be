import {
  LONG_ROWS_AT_ONCE,
  PersonData,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
  readRows,
  WITHHELD,
  type KnownPerson,
  type RecordNumber,
} from '#platform';
import type { EntityManager } from 'typeorm';
import type { Charset } from '../hl7/charset.rules.js';
import { interpretMessage } from '../hl7/interpretation.js';
import { PartnerProfiles } from '../partners/partner-profiles.js';
import { textOf } from './message-text.js';
import { whoseMessage, type About } from './whose-message.js';

/**
 * Raw messages, found by record number; of those that could not be read also by their bytes. The hash, the control id
 * and the times stay, so that a repeat is still known for one.
 */
@PersonData()
export class MessagesPersonData implements PersonDataSource {
  readonly tables = ['hl7_message'];
  readonly withoutPatients = [{ table: 'partner', reason: 'settings, one row a hospital system' }];

  constructor(private readonly profiles: PartnerProfiles) {}

  collect(tx: EntityManager, _ids: readonly string[], known: KnownPerson): Promise<PersonDataSection[]> {
    const title = { 'zh-CN': '医院系统的原始报文', en: 'Messages of hospital systems, as they came' };
    const numbers = known.recordNumbers.map(({ value }) => value);
    const rows = readRows(tx, MESSAGES, [numbers], LONG_ROWS_AT_ONCE);
    return Promise.resolve([{ name: 'raw-messages', title, rows: this.ofPerson(rows, known) }]);
  }

  /** The number alone may be another's, of another issuer. The text of one that is about others too is withheld. */
  private async *ofPerson(rows: PersonDataSection['rows'], known: KnownPerson) {
    for await (const { raw, charset, ...row } of rows) {
      const about = this.whose(raw, charset, known.recordNumbers);
      if (about === 'others' || about === 'nobody') continue;
      yield { ...row, message: about === 'own' ? textOf(raw as Buffer, charset as Charset) : WITHHELD };
    }
  }

  /** One that names nobody who can be read, and has the number anywhere as a whole value, goes too. */
  async erase(
    tx: EntityManager,
    _ids: readonly string[],
    at: Date,
    { recordNumbers }: Erasure,
  ): Promise<ErasureOutcome[]> {
    const values = recordNumbers.map(({ value }) => value);
    const numbers = new Set(values);
    const named: string[] = [];
    for await (const { id, raw, charset } of readRows(tx, NAMING, [values, at], LONG_ROWS_AT_ONCE)) {
      const about = this.whose(raw, charset, recordNumbers);
      const isOfPerson = about === 'nobody' ? mentions(raw, charset, numbers) : about !== 'others';
      if (isOfPerson) named.push(id as string);
    }
    const [, emptied]: [unknown, number] = await tx.query(
      `UPDATE hl7_message SET raw = '', record_numbers = '{}', visit_number = NULL, problems = '[]'
        WHERE id = ANY ($1::uuid[])`,
      [named],
    );
    return [{ table: 'hl7_message', removed: 0, emptied, kept: 0 }];
  }

  private whose(raw: unknown, charset: unknown, numbers: readonly RecordNumber[]): About {
    const text = textOf(raw as Buffer, charset as Charset);
    return whoseMessage(interpretMessage(text, charset as Charset, this.profiles.current), numbers);
  }
}

/** A value of a message, whatever field or component it is in. */
function mentions(raw: unknown, charset: unknown, numbers: ReadonlySet<string>): boolean {
  const values = textOf(raw as Buffer, charset as Charset).split(/[|^~&\r\n]/);
  return values.some((value) => numbers.has(value.trim()));
}

/** The bytes alone say little: a number of one digit is in every message. */
const NAMING = `
  SELECT id, raw, charset FROM hl7_message
   WHERE received_at <= $2 AND raw <> ''
     AND (record_numbers && $1::text[] OR status = 'rejected' AND EXISTS (
           SELECT 1 FROM unnest($1::text[]) AS word WHERE position(convert_to(word, 'UTF8') in raw) > 0))`;

const MESSAGES = `
  SELECT received_at AS "receivedAt", concat_ws('^', message_type, event) AS type, partner,
         sending_application AS "sentBy", control_id AS "controlId", visit_number AS "visitNumber", status, raw, charset
    FROM hl7_message WHERE record_numbers && $1::text[] AND raw <> '' ORDER BY received_at DESC, id`;
