import {
  Files,
  PersonData,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
  Problem,
  sectionOf,
} from '#platform';
import type { EntityManager } from 'typeorm';

@PersonData()
export class PhotosPersonData implements PersonDataSource {
  readonly tables = ['person_photo'];

  constructor(private readonly files: Files) {}

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    const { rows, ...section } = sectionOf(tx, 'photos', ['照片', 'Photos'], PHOTOS, ids);
    return Promise.resolve([{ ...section, rows: this.withContents(rows) }]);
  }

  /** The pictures themselves, in base64; without those that are lost or in quarantine. */
  private async *withContents(rows: PersonDataSection['rows']): AsyncGenerator<Record<string, unknown>, void> {
    for await (const { fileId, ...row } of rows) {
      yield { ...row, base64: await this.contentOf(String(fileId)) };
    }
  }

  private async contentOf(fileId: string): Promise<string | null> {
    try {
      await this.files.servable(fileId);
      const pieces: Buffer[] = [];
      for await (const piece of await this.files.open(fileId)) pieces.push(piece as Buffer);
      return Buffer.concat(pieces).toString('base64');
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    const [rows, removed]: [{ file_id: string }[], number] = await tx.query(
      'DELETE FROM person_photo WHERE person_id = ANY ($1::uuid[]) RETURNING file_id',
      [ids],
    );
    for (const row of rows) await this.files.discard(tx, row.file_id);
    return [{ table: 'person_photo', removed, emptied: 0, kept: 0 }];
  }
}

const PHOTOS = `
  SELECT taken_in_at AS "takenInAt", file.name, file.media_type AS "mediaType", file.size, photo.file_id AS "fileId"
    FROM person_photo photo LEFT JOIN file ON file.id = photo.file_id
   WHERE photo.person_id = ANY($1::uuid[]) ORDER BY taken_in_at DESC, photo.file_id`;
