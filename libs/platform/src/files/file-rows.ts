import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { FileState, StoredFile } from './file-use.js';

/** A file whose content has arrived and that nothing refers to yet. */
export type ArrivedFile = Omit<StoredFile, 'owner' | 'finding'>;

const COLUMNS = `id, use, name, media_type AS "mediaType", coalesce(size, 0)::float8 AS size,
  coalesce(sha256, '') AS sha256, state, finding, owner, created_at AS "createdAt", created_by AS "createdBy"`;

/** The table `file`. */
@Injectable()
export class FileRows {
  constructor(private readonly source: DataSource) {}

  async find(id: string): Promise<StoredFile | undefined> {
    const rows: StoredFile[] = await this.source.query(`SELECT ${COLUMNS} FROM file WHERE id = $1`, [id]);
    return rows[0];
  }

  /** In these states, the longest waiting first. */
  inState(state: FileState, limit: number): Promise<StoredFile[]> {
    return this.source.query(
      `SELECT ${COLUMNS} FROM file WHERE state = $1 ORDER BY scanned_at NULLS FIRST, created_at, id LIMIT $2`,
      [state, limit],
    );
  }

  async begin(file: ArrivedFile): Promise<void> {
    await this.source.query(
      `INSERT INTO file (id, use, name, media_type, state, created_at, created_by)
       VALUES ($1, $2, $3, $4, 'uploading', $5, $6)`,
      [file.id, file.use, file.name, file.mediaType, file.createdAt, file.createdBy],
    );
  }

  /** @returns false when it was given up in the meantime */
  async settle(manager: EntityManager, file: ArrivedFile, owner: string | null): Promise<boolean> {
    const [, settled]: [unknown, number] = await manager.query(
      `UPDATE file SET state = $2, size = $3, sha256 = $4, owner = $5 WHERE id = $1 AND state = 'uploading'`,
      [file.id, file.state, file.size, file.sha256, owner],
    );
    return settled === 1;
  }

  async remember(id: string, state: FileState, finding: string | null, now: Date): Promise<void> {
    await this.source.query(
      `UPDATE file SET state = $2, finding = $3, scanned_at = $4 WHERE id = $1 AND state IN ('pending', 'infected')`,
      [id, state, finding, now],
    );
  }

  async mark(manager: EntityManager, id: string): Promise<void> {
    await manager.query(`UPDATE file SET state = 'deleted' WHERE id = $1`, [id]);
  }

  /** Gives up uploads that began before this and never became part of anything. */
  async giveUp(before: Date): Promise<void> {
    await this.source.query(`UPDATE file SET state = 'deleted' WHERE state = 'uploading' AND created_at < $1`, [
      before,
    ]);
  }

  /** Of those that wait to be removed it comes last now. */
  async postpone(id: string, now: Date): Promise<void> {
    await this.source.query(`UPDATE file SET scanned_at = $2 WHERE id = $1 AND state = 'deleted'`, [id, now]);
  }

  async forget(id: string): Promise<void> {
    await this.source.query(`DELETE FROM file WHERE id = $1 AND state = 'deleted'`, [id]);
  }

  get manager(): EntityManager {
    return this.source.manager;
  }
}
