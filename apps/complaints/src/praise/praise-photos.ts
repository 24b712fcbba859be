import { Files, Problem, stateChange, transact, type ArrivedFile, type FileUse, type StoredFile } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Praise } from './praise.dto.js';
import { PraiseEntity } from './praise.entity.js';
import { presentPraise } from './praise.present.js';
import { lockPraise } from './praise.service.js';

export const PRAISE_PHOTO = {
  name: 'praise-photo',
  mediaTypes: ['image/jpeg', 'image/png'],
  maxBytes: 10 * 1_048_576,
} as const satisfies FileUse;

/** The letter or the banner as a picture. */
@Injectable()
export class PraisePhotos {
  constructor(
    private readonly source: DataSource,
    private readonly files: Files,
  ) {}

  /** Takes the place of the former photo. @throws Problem 404 */
  replace(id: string, file: ArrivedFile): Promise<Praise> {
    return transact(this.source, async (tx) => {
      const before = await lockPraise(tx, id);
      if (before.photoFileId !== null) await this.files.discard(tx, before.photoFileId);
      await this.files.keep(tx, file, `praise/${id}`);
      const after = { ...before, photoFileId: file.id, version: before.version + 1 };
      await tx.update(PraiseEntity, { id }, { photoFileId: file.id, version: after.version });
      stateChange('praise', id, { photo: before.photoFileId }, { photo: file.id });
      return presentPraise(after);
    });
  }

  /** @throws Problem 404; 409 while it waits for a scan or when it is infected */
  async read(id: string): Promise<StoredFile> {
    const praise = await this.source.manager.findOneBy(PraiseEntity, { id });
    if (!praise) throw Problem.notFound('praise', id);
    if (praise.photoFileId === null) throw Problem.notFound('praise-photo', id);
    return this.files.servable(praise.photoFileId);
  }
}
