import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 职称 of the national series, highest first in each; a hospital adds its own. */
const TITLES = [
  ['chief-physician', '主任医师', 'Chief physician'],
  ['associate-chief-physician', '副主任医师', 'Associate chief physician'],
  ['attending-physician', '主治医师', 'Attending physician'],
  ['resident-physician', '住院医师', 'Resident physician'],
  ['chief-nurse', '主任护师', 'Chief nurse'],
  ['associate-chief-nurse', '副主任护师', 'Associate chief nurse'],
  ['nurse-in-charge', '主管护师', 'Nurse in charge'],
  ['senior-nurse', '护师', 'Senior nurse'],
  ['nurse', '护士', 'Nurse'],
] as const;

export class CreatePeople1764000001000 implements MigrationInterface {
  readonly name = 'CreatePeople1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE staff_term (
        kind text NOT NULL CHECK (kind IN ('title', 'skill')),
        code text COLLATE "C" NOT NULL,
        name_zh text NOT NULL,
        name_en text NOT NULL,
        active boolean NOT NULL,
        version integer NOT NULL,
        PRIMARY KEY (kind, code)
      )`);
    for (const title of TITLES)
      await runner.query(`INSERT INTO staff_term VALUES ('title', $1, $2, $3, true, 1)`, [...title]);
    await runner.query(`
      CREATE TABLE staff_member (
        id uuid PRIMARY KEY,
        staff_number text COLLATE "C" NOT NULL CONSTRAINT staff_member_number UNIQUE,
        name text NOT NULL,
        titles text[] NOT NULL,
        skills text[] NOT NULL,
        department_ids uuid[] NOT NULL,
        phone text,
        email text,
        active boolean NOT NULL,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX staff_member_departments ON staff_member USING gin (department_ids)');
    await runner.query('CREATE INDEX staff_member_skills ON staff_member USING gin (skills)');
    await runner.query('ALTER TABLE account ADD member_id uuid REFERENCES staff_member (id)');
    await runner.query('CREATE INDEX account_member ON account (member_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE account DROP member_id');
    await runner.query('DROP TABLE staff_member, staff_term');
  }
}
