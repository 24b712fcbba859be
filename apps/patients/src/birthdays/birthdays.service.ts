import {
  Clock,
  currentContext,
  Files,
  listPage,
  Problem,
  requireVersion,
  stateChange,
  transact,
  type ArrivedFile,
  type ListQuery,
  type StoredFile,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { BirthdayCare } from './birthday-care.entity.js';
import type { BirthdayTask, BirthdayTaskPage, PreparedGreeting } from './birthdays.dto.js';
import { BIRTHDAYS } from './birthdays.list.js';

/** What an agent does for a birthday: a greeting in writing, signed by the doctor, with a photo (PT-6). */
@Injectable()
export class Birthdays {
  constructor(
    private readonly source: DataSource,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  async list(query: ListQuery): Promise<BirthdayTaskPage> {
    const page = await listPage(this.source.createQueryBuilder(BirthdayCare, 'care'), BIRTHDAYS, query);
    return { items: page.items.map(presentTask), nextCursor: page.nextCursor };
  }

  /** @throws Problem 404 */
  async read(id: string): Promise<BirthdayTask> {
    return presentTask(await this.find(this.source.manager, id));
  }

  /** It may be written anew until the day is told. @throws Problem 404, 409, 412 */
  prepare(id: string, expectedVersion: number, { greeting, signedBy }: PreparedGreeting): Promise<BirthdayTask> {
    return this.change(id, async (tx, care) => {
      requireVersion(care.version, expectedVersion);
      const prepared = { preparedBy: currentContext()?.actor?.id ?? null, preparedAt: this.clock.now() };
      const values = { greeting, signedBy, status: 'prepared' as const, ...prepared };
      stateChange('patient', care.personId, { birthday: care.status }, { birthday: 'prepared' });
      await tx.update(BirthdayCare, { id }, { ...values, version: care.version + 1 });
      return { ...care, ...values, version: care.version + 1 };
    });
  }

  /** Takes the place of the former photo. @throws Problem 404, 409 */
  attach(id: string, file: ArrivedFile): Promise<BirthdayTask> {
    return this.change(id, async (tx, care) => {
      if (care.photoFileId) await this.files.discard(tx, care.photoFileId);
      await this.files.keep(tx, file, `patient/${care.personId}`);
      stateChange('patient', care.personId, { birthdayPhoto: care.photoFileId }, { birthdayPhoto: file.id });
      await tx.update(BirthdayCare, { id }, { photoFileId: file.id, version: care.version + 1 });
      return { ...care, photoFileId: file.id, version: care.version + 1 };
    });
  }

  /** @throws Problem 404; 409 while it waits for a scan or when it is infected */
  async photo(id: string): Promise<StoredFile> {
    const { photoFileId } = await this.find(this.source.manager, id);
    if (!photoFileId) throw Problem.notFound('birthday-photo', id);
    return this.files.servable(photoFileId);
  }

  private change(
    id: string,
    work: (tx: EntityManager, care: BirthdayCare) => Promise<BirthdayCare>,
  ): Promise<BirthdayTask> {
    return transact(this.source, async (tx) => {
      const care = await this.find(tx, id, true);
      if (care.greetedAt || care.status === 'missed') throw Problem.conflict('birthday-over', {}, { on: care.keptOn });
      return presentTask(await work(tx, care));
    });
  }

  private async find(tx: EntityManager, id: string, locked = false): Promise<BirthdayCare> {
    const lock = locked ? { lock: { mode: 'pessimistic_write' as const } } : {};
    const care = await tx.findOne(BirthdayCare, { where: { id }, ...lock });
    if (!care) throw Problem.notFound('birthday', id);
    return care;
  }
}

function presentTask(care: BirthdayCare): BirthdayTask {
  const { id, version, personId: patientId, keptOn: on, status, greeting, signedBy, preparedBy } = care;
  return {
    ...{ id, version, patientId, on, status, greeting, signedBy, preparedBy },
    hasPhoto: care.photoFileId !== null,
    preparedAt: care.preparedAt?.toISOString() ?? null,
    greetedAt: care.greetedAt?.toISOString() ?? null,
  };
}
