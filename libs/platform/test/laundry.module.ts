import { setTimeout as wait } from 'node:timers/promises';
import {
  Job,
  Jobs,
  PermanentJobError,
  PlatformModule,
  Public,
  ServiceConfig,
  transact,
  type JobHandler,
  type JobRun,
  type NoPayload,
} from '#platform';
import { Body, Controller, Injectable, Module, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Min } from 'class-validator';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';

/** A laundry: loads are washed by jobs. The least of a service that has any. */
export class CreateLaundry1700000000003 implements MigrationInterface {
  readonly name = 'CreateLaundry1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE load (id int PRIMARY KEY)');
    await runner.query('CREATE TABLE wash (seq bigint GENERATED ALWAYS AS IDENTITY, load int, attempt int, step text)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE load, wash');
  }
}

export const laundryMigrations = [CreateLaundry1700000000003];

const ENDS = ['clean', 'torn', 'hopeless', 'stuck-once'] as const;

export class WashPayload {
  @ApiProperty() @IsInt() load!: number;
  /** How long it takes, in milliseconds. */
  @ApiProperty() @IsOptional() @IsInt() @Min(0) takes?: number;
  @ApiProperty({ enum: ENDS }) @IsOptional() @IsIn(ENDS) end?: (typeof ENDS)[number];
}

@Injectable()
@Job<WashPayload>({
  name: 'laundry.wash',
  payload: WashPayload,
  retries: 2,
  retryDelaySeconds: 1,
  expireSeconds: 120,
  concurrency: 2,
})
export class WashJob implements JobHandler<WashPayload> {
  constructor(private readonly source: DataSource) {}

  async run({ load, takes = 0, end = 'clean' }: WashPayload, run: JobRun): Promise<Record<string, unknown>> {
    await this.note(load, run, 'begun');
    if (end === 'torn') throw new Error(`load ${load} was torn`);
    if (end === 'hopeless') throw new PermanentJobError('nobody can wash that');
    await run.report({ soaked: load });
    // A machine that hangs in its first attempt only.
    const duration = end === 'stuck-once' ? (run.attempt === 1 ? 60_000 : 0) : takes;
    await wait(duration, undefined, { signal: run.signal });
    await transact(this.source, async (tx) => {
      await run.hold(tx);
      await tx.query('INSERT INTO wash (load, attempt, step) VALUES ($1, $2, $3)', [load, run.attempt, 'done']);
    });
    return { load };
  }

  private note(load: number, run: JobRun, step: string): Promise<unknown> {
    return this.source.query('INSERT INTO wash (load, attempt, step) VALUES ($1, $2, $3)', [load, run.attempt, step]);
  }
}

/** Nobody irons twice at once. */
@Injectable()
@Job<NoPayload>({
  name: 'laundry.iron',
  policy: 'exclusive',
  schedule: () => '30 6 * * *',
})
export class IronJob implements JobHandler<NoPayload> {
  constructor(private readonly source: DataSource) {}

  async run(_payload: NoPayload, run: JobRun): Promise<void> {
    await this.source.query(`INSERT INTO wash (attempt, step) VALUES ($1, 'ironed')`, [run.attempt]);
  }
}

@Controller('laundry')
export class LaundryController {
  constructor(private readonly jobs: Jobs) {}

  @Public()
  @Post('washes')
  async wash(@Body() body: WashPayload): Promise<{ job: string | undefined }> {
    return { job: await this.jobs.enqueue(null, WashJob, body) };
  }
}

@Module({
  imports: [
    PlatformModule.forService({
      service: 'laundry',
      config: ServiceConfig,
      database: { entities: [], migrations: laundryMigrations },
    }),
  ],
  controllers: [LaundryController],
  providers: [WashJob, IronJob],
})
export class LaundryModule {}
