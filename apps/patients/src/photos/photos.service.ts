import { Clock, Files, Problem, stateChange, transact, type ArrivedFile, type StoredFile } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { descendantsOf, survivorsOf } from '../people/families.js';
import { PeopleStore } from '../people/people.store.js';
import type { PatientPhoto } from './photos.dto.js';

/** One photo a record. A merged record keeps its own; the survivor's comes first, then the newest of the others. */
@Injectable()
export class Photos {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  /** Takes the place of the former photo. @throws Problem 404, 409 */
  replace(id: string, file: ArrivedFile): Promise<PatientPhoto> {
    return transact(this.source, async (tx) => {
      const person = (await this.people.lock(tx, { identifiers: [] }, [id])).live(id);
      if (!person) throw Problem.notFound('patient', id);
      const [former] = await this.discardPhotos(tx, [person.id]);
      await this.files.keep(tx, file, `patient/${person.id}`);
      await tx.query('INSERT INTO person_photo (person_id, file_id, taken_in_at) VALUES ($1, $2, $3)', [
        person.id,
        file.id,
        this.clock.now(),
      ]);
      stateChange('patient', person.id, { photo: former ?? null }, { photo: file.id });
      return presentPhoto(file);
    });
  }

  /** Also those of records that were merged into this one: none must come to light again. @throws Problem 404 */
  remove(id: string): Promise<void> {
    return transact(this.source, async (tx) => {
      const person = (await this.people.lock(tx, { identifiers: [] }, [id])).live(id);
      if (!person) throw Problem.notFound('patient', id);
      const family: { id: string }[] = await tx.query(descendantsOf('SELECT $1::uuid AS id'), [person.id]);
      const discarded = await this.discardPhotos(
        tx,
        family.map((member) => member.id),
      );
      if (discarded.length === 0) throw Problem.notFound('patient-photo', id);
      stateChange('patient', person.id, { photos: discarded }, { photos: [] });
    });
  }

  /** @throws Problem 404; 409 while it waits for a scan or when it is infected */
  async read(id: string): Promise<StoredFile> {
    const rows: { fileId: string }[] = await this.source.query(PHOTO_OF, [id]);
    const [photo] = rows;
    if (!photo) throw Problem.notFound('patient-photo', id);
    return this.files.servable(photo.fileId);
  }

  /** @returns the files that are gone */
  private async discardPhotos(tx: EntityManager, personIds: string[]): Promise<string[]> {
    const [rows]: [{ file_id: string }[], number] = await tx.query(
      'DELETE FROM person_photo WHERE person_id = ANY($1::uuid[]) RETURNING file_id',
      [personIds],
    );
    for (const row of rows) await this.files.discard(tx, row.file_id);
    return rows.map((row) => row.file_id);
  }
}

const PHOTO_OF = `
  SELECT photo.file_id AS "fileId"
    FROM (${descendantsOf(survivorsOf('SELECT $1::uuid AS id'))}) AS family
    JOIN person_photo photo ON photo.person_id = family.id
   ORDER BY family.id = family.root DESC, photo.taken_in_at DESC
   LIMIT 1`;

function presentPhoto({ id, name, mediaType, size, sha256, state }: ArrivedFile): PatientPhoto {
  return { fileId: id, name, mediaType, size, sha256, scan: state };
}
