import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Vouchers and their types (CP-5, ADR 74). */
export class GiveVouchers1764010400001 implements MigrationInterface {
  readonly name = 'GiveVouchers1764010400001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [TYPE, SHIPPED, VOUCHER, ...INDEXES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE voucher');
    await runner.query('DROP TABLE voucher_type');
  }
}

const TYPE = `
  CREATE TABLE voucher_type (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    code text NOT NULL CONSTRAINT voucher_type_code UNIQUE,
    kind text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    value_fen int NOT NULL CHECK (value_fen >= 0),
    validity_days int NOT NULL CHECK (validity_days > 0),
    approval_above_fen int NOT NULL CHECK (approval_above_fen >= 0),
    occasions text[] NOT NULL,
    active boolean NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
  )`;

/** What a hospital can begin with; all of it is data. */
const SHIPPED = `
  INSERT INTO voucher_type
  SELECT id::uuid, 1, code, kind, name_zh, name_en, value, days, 5000, occasions::text[], true, now(), now()
    FROM (VALUES
      ('0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9fa1', 'free-parking', 'free-parking', '免费停车券', 'Free parking', 2000, 30, '{}'),
      ('0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9fa2', 'priority-appointment', 'priority-appointment', '优先预约券',
       'Priority appointment', 0, 90, '{}'),
      ('0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9fa3', 'free-recheck', 'recheck', '免费复查券', 'Free recheck', 5000, 60,
       '{free-recheck,silent-member}'),
      ('0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9fa4', 'returning-discount', 'discount', '老客户优惠券',
       'Discount for returning', 5000, 60, '{returning-discount}'),
      ('0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9fa5', 'gift', 'gift', '慰问礼品券', 'Gift', 5000, 30, '{}')
    ) AS shipped (id, code, kind, name_zh, name_en, value, days, occasions)`;

/** Whatever the code believes: a redeemed voucher has a time, a held one a promise, and only one that may turn is due. */
const VOUCHER = `
  CREATE TABLE voucher (
    id uuid PRIMARY KEY,
    code text NOT NULL CONSTRAINT voucher_code UNIQUE,
    type_id uuid NOT NULL REFERENCES voucher_type (id),
    type_code text NOT NULL,
    kind text NOT NULL,
    value_fen int NOT NULL CHECK (value_fen >= 0),
    validity_days int NOT NULL CHECK (validity_days > 0),
    source text NOT NULL,
    source_id text,
    once_key text CONSTRAINT voucher_once UNIQUE,
    patient_id uuid,
    status text NOT NULL,
    valid_until timestamptz,
    reservation_id uuid CONSTRAINT voucher_reservation UNIQUE,
    reserved_for text,
    reserved_until timestamptz,
    reservation_ended text,
    due_at timestamptz,
    issued_at timestamptz NOT NULL,
    issued_by text,
    decided_at timestamptz,
    decided_by text,
    redeemed_at timestamptz,
    redeemed_by text,
    ended_at timestamptz,
    ended_by text,
    end_reason text,
    CONSTRAINT voucher_redeemed CHECK ((status = 'redeemed') = (redeemed_at IS NOT NULL)),
    CONSTRAINT voucher_held CHECK (status <> 'reserved' OR (reservation_id IS NOT NULL AND reserved_until IS NOT NULL)),
    CONSTRAINT voucher_due CHECK ((due_at IS NOT NULL) = (status IN ('issued', 'reserved')))
  )`;

const INDEXES = [
  'CREATE INDEX voucher_due_at ON voucher (due_at) WHERE due_at IS NOT NULL',
  'CREATE INDEX voucher_of ON voucher (patient_id) WHERE patient_id IS NOT NULL',
  'CREATE INDEX voucher_issued ON voucher (issued_at, id)',
  'CREATE INDEX voucher_for ON voucher (source, source_id)',
];
