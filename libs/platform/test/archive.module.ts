import {
  Audited,
  NotPersonal,
  PlatformModule,
  platformMigrations,
  Problem,
  Public,
  ServiceConfig,
  stateChange,
  stateReason,
  transact,
} from '#platform';
import { Body, Controller, Delete, Get, HttpCode, Module, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { IsOptional, IsString } from 'class-validator';
import { DataSource, type EntityManager, type MigrationInterface, type QueryRunner } from 'typeorm';

/** An archive of letters about patients: the least of a service that is audited. */
export class CreateArchive1700000000001 implements MigrationInterface {
  readonly name = 'CreateArchive1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE letter (id text PRIMARY KEY, patient text NOT NULL, text text NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE letter');
  }
}

export const archiveMigrations = [...platformMigrations, CreateArchive1700000000001];

/** Decides in a test what happens between the change and the commit. */
export const beforeCommit: { current: (tx: EntityManager) => Promise<void> | void } = { current: () => undefined };

interface Letter {
  id: string;
  patient: string;
  text: string;
}

class LetterBody implements Letter {
  @IsString() id!: string;
  @IsString() patient!: string;
  @IsString() text!: string;
}

class LettersQuery {
  @IsOptional() @IsString() patient?: string;
}

@Audited('patient', { answer: ['patient', 'items.patient'], query: ['patient'] })
@Controller('archive/letters')
export class LettersController {
  constructor(private readonly source: DataSource) {}

  @Get()
  async list(@Query() query: LettersQuery): Promise<{ items: Letter[] }> {
    const items = await this.source.query<Letter[]>(
      'SELECT * FROM letter WHERE patient = coalesce($1, patient) ORDER BY id',
      [query.patient ?? null],
    );
    return { items };
  }

  @Get(':id')
  async read(@Param('id') id: string): Promise<Letter> {
    const [letter] = await this.source.query<Letter[]>('SELECT * FROM letter WHERE id = $1', [id]);
    if (!letter) throw Problem.notFound('letter', 'asked for');
    return letter;
  }

  @Audited('patient', { unmasked: true })
  @Get(':id/scan')
  scan(): StreamableFile {
    return new StreamableFile(Buffer.from('王芳'));
  }

  @Post()
  add(@Body() body: LetterBody): Promise<Letter> {
    return transact(this.source, async (tx) => {
      await tx.query('INSERT INTO letter VALUES ($1, $2, $3)', [body.id, body.patient, body.text]);
      stateChange('letter', body.id, null, body);
      await beforeCommit.current(tx);
      return body;
    });
  }

  @Post(':id/correct')
  @HttpCode(200)
  correct(@Param('id') id: string, @Body() body: LetterBody): Promise<Letter> {
    return transact(this.source, async (tx) => {
      const [before] = await tx.query<Letter[]>('SELECT * FROM letter WHERE id = $1 FOR UPDATE', [id]);
      if (!before) throw Problem.notFound('letter', id);
      await tx.query('UPDATE letter SET text = $2 WHERE id = $1', [id, body.text]);
      stateChange('letter', id, before, { ...before, text: body.text });
      stateReason('a slip of the pen');
      await beforeCommit.current(tx);
      return { ...before, text: body.text };
    });
  }

  /** Changes without `transact`: its entry comes before the answer. */
  @Delete(':id')
  async burn(@Param('id') id: string): Promise<void> {
    await this.source.query('DELETE FROM letter WHERE id = $1', [id]);
  }

  @NotPersonal()
  @Get('count/all')
  async count(): Promise<{ count: number }> {
    const [row] = await this.source.query<{ count: number }[]>('SELECT count(*)::int AS count FROM letter');
    return { count: row?.count ?? 0 };
  }

  @Public()
  @Audited('account', { anonymous: 'always' })
  @Post('knock')
  knock(): never {
    throw new Problem(401, 'credentials-refused');
  }

  @Public()
  @Audited('patient', { anonymous: 'with-subject', answer: ['patient'], secret: ['id'] })
  @Get('links/:id')
  behindLink(@Param('id') id: string): Promise<Letter> {
    return this.read(id);
  }
}

@Module({
  imports: [
    PlatformModule.forService({
      service: 'archive',
      config: ServiceConfig,
      database: { entities: [], migrations: archiveMigrations },
    }),
  ],
  controllers: [LettersController],
})
export class ArchiveModule {}
