import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDuty1764000002000 implements MigrationInterface {
  readonly name = 'CreateDuty1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE weekly_duty (
        id uuid PRIMARY KEY,
        department_id uuid NOT NULL REFERENCES department (id),
        role text NOT NULL,
        member_id uuid NOT NULL REFERENCES staff_member (id),
        line integer NOT NULL,
        weekdays integer[] NOT NULL,
        starts text NOT NULL,
        ends text NOT NULL,
        valid_from date NOT NULL,
        valid_until date,
        rolled_until date NOT NULL,
        due_at timestamptz,
        version integer NOT NULL
      )`);
    await runner.query('CREATE INDEX weekly_duty_due ON weekly_duty (due_at) WHERE due_at IS NOT NULL');
    await runner.query('CREATE INDEX weekly_duty_department ON weekly_duty (department_id, role)');
    await runner.query(`
      CREATE TABLE duty_shift (
        id uuid PRIMARY KEY,
        department_id uuid NOT NULL REFERENCES department (id),
        role text NOT NULL,
        member_id uuid NOT NULL REFERENCES staff_member (id),
        line integer NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        weekly_id uuid,
        version integer NOT NULL,
        CHECK (starts_at < ends_at)
      )`);
    await runner.query('CREATE INDEX duty_shift_place ON duty_shift (department_id, role, ends_at)');
    await runner.query('CREATE INDEX duty_shift_list ON duty_shift (starts_at, id)');
    await runner.query('CREATE INDEX duty_shift_member ON duty_shift (member_id, ends_at)');
    await runner.query('CREATE INDEX duty_shift_weekly ON duty_shift (weekly_id, starts_at)');
    await runner.query(`
      CREATE TABLE duty_substitute (
        id uuid PRIMARY KEY,
        absent_id uuid NOT NULL REFERENCES staff_member (id),
        substitute_id uuid NOT NULL REFERENCES staff_member (id),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        reason text,
        CHECK (starts_at < ends_at),
        CHECK (absent_id <> substitute_id)
      )`);
    await runner.query('CREATE INDEX duty_substitute_absent ON duty_substitute (absent_id, ends_at)');
    await runner.query('CREATE INDEX duty_substitute_list ON duty_substitute (starts_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE duty_substitute, duty_shift, weekly_duty');
  }
}
