import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE known_member (
     id uuid PRIMARY KEY,
     name text NOT NULL,
     department_ids uuid[] NOT NULL,
     active boolean NOT NULL,
     version int NOT NULL
   )`,
  `CREATE TABLE known_account (
     id uuid PRIMARY KEY,
     member_id uuid,
     roles text[] NOT NULL,
     active boolean NOT NULL,
     version int NOT NULL
   )`,
  'CREATE INDEX known_account_of ON known_account (member_id)',
  `CREATE TABLE known_department (
     id uuid PRIMARY KEY,
     name_zh text NOT NULL,
     codes text[] NOT NULL,
     active boolean NOT NULL
   )`,
  // What a ticket is found by: everything said in it, and the pairs of characters that narrow a search.
  `CREATE TABLE ticket_search (
     ticket_id uuid PRIMARY KEY REFERENCES ticket (id) ON DELETE CASCADE,
     words text NOT NULL,
     grams text[] NOT NULL
   )`,
  'CREATE INDEX ticket_search_grams ON ticket_search USING gin (grams)',
  `CREATE TABLE ticket_watcher (
     ticket_id uuid NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
     account_id text NOT NULL,
     account_name text,
     since timestamptz NOT NULL,
     PRIMARY KEY (ticket_id, account_id)
   )`,
  `CREATE TABLE colour_setting (
     one boolean PRIMARY KEY DEFAULT true CHECK (one),
     colours jsonb NOT NULL,
     version integer NOT NULL
   )`,
  `INSERT INTO colour_setting (colours, version)
   VALUES ('{"medical-complaint": "red", "complaint": "yellow", "suggestion": "blue", "praise": "blue", "consultation": "blue", "emergency": "red", "appointment": "yellow", "other": "blue"}', 1)`,
  `CREATE TABLE canned_reply (
     id uuid PRIMARY KEY,
     code text COLLATE "C" NOT NULL CONSTRAINT canned_reply_code UNIQUE,
     title_zh text NOT NULL,
     title_en text NOT NULL,
     text_zh text NOT NULL,
     text_en text NOT NULL,
     active boolean NOT NULL,
     version integer NOT NULL
   )`,
];

const REPLIES = [
  [
    '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fa001',
    'received',
    '已受理',
    'Received',
    '您好，您反映的情况我们已记录并交由专人处理，会尽快给您答复。给您带来不便，深表歉意。',
    'We have recorded what you told us and somebody is looking into it. You will hear from us soon. We are sorry for the trouble.',
  ],
  [
    '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fa002',
    'waiting',
    '请补充信息',
    'More information needed',
    '您好，为尽快处理，请补充就诊日期、科室和具体经过。',
    'To settle this quickly, please tell us the date of the visit, the department and what happened.',
  ],
  [
    '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fa003',
    'apology',
    '致歉',
    'Apology',
    '您好，经核实，我们的服务确有不足，特此诚恳致歉，并已要求相关科室整改。',
    'We have looked into it: our service fell short. We sincerely apologise, and the department has been told to put it right.',
  ],
];

export class WorkOnTickets1764010100001 implements MigrationInterface {
  readonly name = 'WorkOnTickets1764010100001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    for (const reply of REPLIES) {
      await runner.query(
        `INSERT INTO canned_reply (id, code, title_zh, title_en, text_zh, text_en, active, version)
         VALUES ($1, $2, $3, $4, $5, $6, true, 1)`,
        reply,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE canned_reply, colour_setting, ticket_watcher, ticket_search, known_department, known_account, known_member',
    );
  }
}
