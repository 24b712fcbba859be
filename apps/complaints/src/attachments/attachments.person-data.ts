import {
  Files,
  PersonData,
  sectionOf,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';
import { lockTicketsOf } from '../tickets/locked-ticket.js';

/** The names of the files; the person has them already, and staff may be heard in recordings. */
@PersonData()
export class AttachmentsPersonData implements PersonDataSource {
  readonly tables = ['ticket_attachment'];

  constructor(private readonly files: Files) {}

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([
      sectionOf(tx, 'ticket-attachments', ['投诉附件', 'Files of your complaints'], ATTACHMENTS, ids),
    ]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    const [rows, removed]: [{ file_id: string }[], number] = await tx.query(
      'DELETE FROM ticket_attachment WHERE ticket_id = ANY ($1::uuid[]) RETURNING file_id',
      [await lockTicketsOf(tx, ids)],
    );
    for (const row of rows) await this.files.discard(tx, row.file_id);
    return [{ table: 'ticket_attachment', removed, emptied: 0, kept: 0 }];
  }
}

const ATTACHMENTS = `
  SELECT attachment.added_at AS "addedAt", file.name, file.media_type AS "mediaType", file.size, ticket.number
    FROM ticket_attachment attachment
    JOIN ticket ON ticket.id = attachment.ticket_id
    LEFT JOIN file ON file.id = attachment.file_id
   WHERE ticket.patient_id = ANY($1::uuid[]) ORDER BY attachment.added_at DESC, attachment.id`;
