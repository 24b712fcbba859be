import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reviews on platforms, daily patrols of them, and crises (CP-6, ADR 74). */
export class WatchReviews1764010400002 implements MigrationInterface {
  readonly name = 'WatchReviews1764010400002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...REVIEWS, ...PATROLS, ...CRISES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}

const TABLES = ['crisis_approval', 'crisis_statement', 'crisis', 'review_patrol', 'review', 'review_platform'];

const REVIEWS = [
  `CREATE TABLE review_platform (
    code text PRIMARY KEY,
    version int NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    url text,
    active boolean NOT NULL,
    patrol_due_at timestamptz,
    CONSTRAINT review_platform_patrolled CHECK (active = (patrol_due_at IS NOT NULL))
  )`,
  // The key platforms of the domain; all of it is data.
  `INSERT INTO review_platform VALUES
    ('dianping', 1, '大众点评', 'Dianping', 'https://www.dianping.com', true, now()),
    ('douyin', 1, '抖音', 'Douyin', 'https://www.douyin.com', true, now()),
    ('xiaohongshu', 1, '小红书', 'Xiaohongshu', 'https://www.xiaohongshu.com', true, now()),
    ('heimao', 1, '黑猫投诉', 'Heimao complaints', 'https://tousu.sina.com.cn', true, now()),
    ('people-leader-board', 1, '人民网领导留言板', 'People’s Daily message board', 'https://liuyan.people.com.cn', true, now())`,
  'CREATE INDEX review_platform_due ON review_platform (patrol_due_at) WHERE patrol_due_at IS NOT NULL',
  `CREATE TABLE review (
    id uuid PRIMARY KEY,
    platform text NOT NULL REFERENCES review_platform (code),
    url text NOT NULL CONSTRAINT review_url UNIQUE,
    stars numeric(2, 1) CHECK (stars BETWEEN 0 AND 5),
    bad boolean NOT NULL,
    author text,
    text text NOT NULL,
    patient_id uuid,
    ticket_id uuid,
    detected_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text,
    answer text,
    answered_at timestamptz,
    answered_by text,
    CONSTRAINT review_answered CHECK ((answer IS NULL) = (answered_at IS NULL))
  )`,
  'CREATE INDEX review_detected ON review (detected_at, id)',
  'CREATE INDEX review_of ON review (patient_id) WHERE patient_id IS NOT NULL',
];

const PATROLS = [
  // One a platform and day, whatever two replicas believe.
  `CREATE TABLE review_patrol (
    id uuid PRIMARY KEY,
    platform text NOT NULL REFERENCES review_platform (code),
    day date NOT NULL,
    ends_at timestamptz NOT NULL,
    due_at timestamptz,
    done_at timestamptz,
    done_by text,
    found int CHECK (found >= 0),
    findings text,
    reported_at timestamptz,
    CONSTRAINT review_patrol_once UNIQUE (platform, day)
  )`,
  'CREATE INDEX review_patrol_due ON review_patrol (due_at) WHERE due_at IS NOT NULL',
];

const CRISES = [
  `CREATE TABLE crisis (
    id uuid PRIMARY KEY,
    title text NOT NULL,
    description text NOT NULL,
    declared_at timestamptz NOT NULL,
    declared_by text,
    newest_version int NOT NULL,
    approved_version int,
    approved_at timestamptz,
    closed_at timestamptz,
    closed_by text,
    close_note text,
    CONSTRAINT crisis_approved CHECK (approved_version <= newest_version)
  )`,
  `CREATE TABLE crisis_statement (
    crisis_id uuid NOT NULL REFERENCES crisis (id),
    version int NOT NULL,
    facts text NOT NULL,
    correction text NOT NULL,
    compensation text NOT NULL,
    wording_zh text NOT NULL,
    wording_en text NOT NULL,
    written_at timestamptz NOT NULL,
    written_by text,
    PRIMARY KEY (crisis_id, version)
  )`,
  // A seat approves a version once, and nobody sits on two.
  `CREATE TABLE crisis_approval (
    crisis_id uuid NOT NULL,
    version int NOT NULL,
    seat text NOT NULL,
    approved_by text NOT NULL,
    approved_at timestamptz NOT NULL,
    PRIMARY KEY (crisis_id, version, seat),
    CONSTRAINT crisis_approval_one_seat UNIQUE (crisis_id, version, approved_by),
    FOREIGN KEY (crisis_id, version) REFERENCES crisis_statement (crisis_id, version)
  )`,
];
