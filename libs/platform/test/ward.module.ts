import {
  backlogOf,
  currentContext,
  deadlineProviders,
  EventStreams,
  PlatformModule,
  Problem,
  platformMigrations,
  Public,
  Requires,
  ServiceConfig,
  transact,
  type Backlog,
  type DeadlineSource,
  type DueRow,
  type EventStream,
} from '#platform';
import { Body, Controller, Get, HttpCode, Injectable, Module, Param, Post, Query, Res } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import { DataSource, type EntityManager, type MigrationInterface, type QueryRunner } from 'typeorm';

/** A ward with beds and calls that fall due: the least of a service that uses everything the platform gives. */
export class CreateWard1700000000001 implements MigrationInterface {
  readonly name = 'CreateWard1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE bed (number int PRIMARY KEY, name text NOT NULL)');
    await runner.query('CREATE TABLE bell (id int PRIMARY KEY, kind text NOT NULL, due_at timestamptz)');
    await runner.query('CREATE INDEX bell_due ON bell (due_at) WHERE due_at IS NOT NULL');
    await runner.query(
      'CREATE TABLE ring (seq bigint GENERATED ALWAYS AS IDENTITY, bell int NOT NULL, at timestamptz)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['ring', 'bell', 'bed']) await runner.query(`DROP TABLE ${table}`);
  }
}

export const wardMigrations = [...platformMigrations, CreateWard1700000000001];

class Visitor {
  @ApiProperty() @IsString() @Length(1, 20) name!: string;
}

export class BedBody {
  @ApiProperty() @IsInt() @Min(1) @Max(1_000_000) number!: number;
  @ApiProperty() @IsString() name!: string;
  @ApiProperty({ type: [Visitor] })
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Visitor)
  visitors?: Visitor[];
}

class BedQuery {
  @ApiProperty() @IsOptional() @Type(() => Number) @IsInt() floor?: number;
}

/** Streams the ward's monitor has open, for a test to send on. */
export const monitors = new Set<EventStream>();

@Controller('ward')
export class WardController {
  constructor(
    private readonly source: DataSource,
    private readonly streams: EventStreams,
  ) {}

  @Get('monitor')
  monitor(@Res() reply: FastifyReply): void {
    const stream = this.streams.open(reply);
    monitors.add(stream);
    stream.onClose(() => monitors.delete(stream));
    if (stream.lastEventId !== undefined) stream.send({ event: 'missed', data: { after: stream.lastEventId } });
  }

  @Post('beds')
  async add(@Body() body: BedBody): Promise<{ number: number; actor: string | undefined }> {
    await transact(this.source, (tx) => tx.query('INSERT INTO bed VALUES ($1, $2)', [body.number, body.name]));
    return { number: body.number, actor: currentContext()?.actor?.id };
  }

  @Get('beds')
  async list(@Query() _query: BedQuery): Promise<{ items: unknown[] }> {
    return { items: await this.source.query('SELECT * FROM bed ORDER BY number') };
  }

  @Get('beds/:number')
  bed(@Param('number') number: string): never {
    throw Problem.notFound('bed', number);
  }

  @Requires('rosters.write')
  @Get('keys')
  keys(): { opened: boolean } {
    return { opened: true };
  }

  @Public()
  @Post('whoami')
  @HttpCode(200)
  whoami(): { requestId: string | undefined; actor: string | undefined } {
    return { requestId: currentContext()?.requestId, actor: currentContext()?.actor?.id };
  }

  @Public()
  @Get('secret-failure')
  fail(): never {
    throw new Error('password of the archive: hunter2');
  }

  @Public()
  @Get('slow')
  async slow(): Promise<{ done: boolean }> {
    await this.source.query('SELECT pg_sleep(3)');
    return { done: true };
  }
}

/** Decides in a test what ringing a bell does besides its row. */
export const ringing: { current: (id: number, tx: EntityManager) => Promise<void> | void } = {
  current: () => undefined,
};

interface DueBell extends DueRow {
  id: string;
}

abstract class Bells implements DeadlineSource<DueBell> {
  abstract readonly name: string;
  protected abstract readonly kind: string;

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueBell[]> {
    return tx.query(
      `SELECT id::text, due_at AS "dueAt" FROM bell WHERE due_at <= $1 AND kind = $2 AND id <> ALL($3::int[])
        ORDER BY due_at, id LIMIT $4 FOR UPDATE SKIP LOCKED`,
      [now, this.kind, except, limit],
    );
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, `(SELECT * FROM bell WHERE kind = '${this.kind}') AS bell`, 'due_at', now);
  }

  async handle(tx: EntityManager, row: DueBell, now: Date): Promise<void> {
    await tx.query('UPDATE bell SET due_at = NULL WHERE id = $1', [row.id]);
    await tx.query('INSERT INTO ring (bell, at) VALUES ($1, $2)', [row.id, now]);
    await ringing.current(Number(row.id), tx);
  }
}

@Injectable()
export class QuietBells extends Bells {
  readonly name = 'ward.bell.quiet';
  protected readonly kind = 'quiet';
  readonly anyDue = `EXISTS (SELECT FROM bell WHERE due_at <= $1 AND kind = 'quiet')`;
}

@Injectable()
export class LoudBells extends Bells {
  readonly name = 'ward.bell.loud';
  protected readonly kind = 'loud';
}

/** Rings many bells with one statement. */
@Injectable()
export class MassBells extends Bells {
  readonly name = 'ward.bell.mass';
  protected readonly kind = 'mass';
  readonly anyDue = `EXISTS (SELECT FROM bell WHERE due_at <= $1 AND kind = 'mass')`;
  readonly batch = 40;

  async handleAll(tx: EntityManager, rows: DueBell[], now: Date): Promise<void> {
    const ids = rows.map(({ id }) => id);
    await tx.query('UPDATE bell SET due_at = NULL WHERE id = ANY($1::int[])', [ids]);
    await tx.query('INSERT INTO ring (bell, at) SELECT unnest($1::int[]), $2', [ids, now]);
    for (const id of ids) await ringing.current(Number(id), tx);
  }
}

@Module({
  imports: [
    PlatformModule.forService({
      service: 'ward',
      config: ServiceConfig,
      database: { entities: [], migrations: wardMigrations },
    }),
  ],
  controllers: [WardController],
  providers: [...deadlineProviders(QuietBells, LoudBells, MassBells)],
})
export class WardModule {}
