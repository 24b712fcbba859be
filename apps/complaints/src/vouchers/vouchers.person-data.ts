import { PersonData, sectionOf, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from '#platform';
import type { EntityManager } from 'typeorm';
import { takePatients } from '../tickets/living-patients.js';

/** What somebody was given as compensation. The voucher stays for the figures, and is nobody's. */
@PersonData()
export class VouchersPersonData implements PersonDataSource {
  readonly tables = ['voucher'];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([sectionOf(tx, 'vouchers', ['补偿券', 'Vouchers'], GIVEN, ids)]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    await takePatients(tx, ids);
    const [, emptied]: [unknown, number] = await tx.query(EMPTY, [ids]);
    return [{ table: 'voucher', removed: 0, emptied, kept: 0 }];
  }
}

const GIVEN = `
  SELECT kind, value_fen AS "valueFen", source, status, issued_at AS "issuedAt", valid_until AS "validUntil",
         redeemed_at AS "redeemedAt", end_reason AS "endReason"
    FROM voucher WHERE patient_id = ANY($1::uuid[]) ORDER BY issued_at, id`;

/** What it was given for may be the person's own ticket or membership, and words may name the person. */
const EMPTY = `
  UPDATE voucher SET patient_id = NULL, source_id = NULL, once_key = NULL, reserved_for = NULL, end_reason = NULL
   WHERE patient_id = ANY($1::uuid[])`;
