import {
  masked,
  PersonData,
  removeRows,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';

/** Whom a person named and who named that person, and packages given and received. */
@PersonData()
export class FamiliesPersonData implements PersonDataSource {
  readonly tables = ['person_relative', 'person_gift', 'family_standing'];

  async collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    const rows = (sql: string): Promise<Record<string, unknown>[]> => tx.query(sql, [ids]);
    // Whom to call is somebody else: the numbers are theirs.
    const relatives = (await rows(RELATIVES)).map((row) => ({ ...row, phone: masked('phone', row['phone']) }));
    return [
      { name: 'relatives', title: { 'zh-CN': '家属', en: 'Relatives' }, rows: relatives },
      { name: 'named-by', title: { 'zh-CN': '登记本人为家属的患者', en: 'Named by' }, rows: await rows(NAMED_BY) },
      { name: 'gifts', title: { 'zh-CN': '赠送与受赠的套餐', en: 'Gifts' }, rows: await rows(GIFTS) },
    ];
  }

  /** Who named the person has one relative less, and the other services hear of it. */
  async erase(tx: EntityManager, ids: readonly string[], at: Date): Promise<ErasureOutcome[]> {
    await tx.query(NAMERS_DUE, [ids, at]);
    return [
      await removeRows(tx, 'person_relative', 'person_id', ids),
      await removeRows(tx, 'person_relative', 'relative_id', ids),
      await removeRows(tx, 'person_gift', 'buyer_id', ids),
      await removeRows(tx, 'person_gift', 'beneficiary_id', ids),
      await removeRows(tx, 'family_standing', 'person_id', ids),
    ];
  }
}

/** Of a relative with a record of his own only that there is one: the rest is that person's. */
const RELATIVES = `
  SELECT relation, name, phone ->> 'raw' AS phone, guardian, kinds, from_at AS "from", until_at AS until,
         ended_at AS "endedAt", recorded_at AS "recordedAt", words AS history
    FROM person_relative WHERE person_id = ANY ($1::uuid[]) ORDER BY recorded_at, id`;

const NAMED_BY = `
  SELECT relation, guardian, kinds, from_at AS "from", until_at AS until, ended_at AS "endedAt"
    FROM person_relative WHERE relative_id = ANY ($1::uuid[]) ORDER BY recorded_at, id`;

const GIFTS = `
  SELECT CASE WHEN buyer_id = ANY ($1::uuid[]) THEN 'given' ELSE 'received' END AS side, package_code AS "packageCode",
         package_name AS "packageName", CASE WHEN buyer_id = ANY ($1::uuid[]) OR NOT price_hidden THEN price END AS price,
         CASE WHEN buyer_id = ANY ($1::uuid[]) THEN note END AS note, recorded_at AS "recordedAt",
         cancelled_at AS "cancelledAt"
    FROM person_gift WHERE buyer_id = ANY ($1::uuid[]) OR beneficiary_id = ANY ($1::uuid[]) ORDER BY recorded_at, id`;

const NAMERS_DUE = `
  UPDATE family_standing SET due_at = least(coalesce(due_at, $2), $2)
   WHERE person_id IN (SELECT person_id FROM person_relative WHERE relative_id = ANY ($1::uuid[]))`;
