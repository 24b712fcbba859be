import {
  Clock,
  currentContext,
  FileDrafts,
  Files,
  newId,
  Problem,
  transact,
  type ArrivedFile,
  type StoredFile,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ComplaintsConfig } from '../complaints.config.js';
import { Effects } from '../tickets/effects.js';
import { TicketAccess } from '../tickets/ticket-access.js';
import { TicketSteps } from '../tickets/ticket-steps.js';
import type { Attachment } from './attachments.dto.js';
import { foreignContent, TAIL_BYTES } from './foreign-content.rules.js';

const HEAD_BYTES = 65_536;
/** As many as anybody looks through. */
const MOST = 50;

/** What belongs to a ticket and is no text: photos, recordings, letters (CP-10). Added, never replaced (CP-4). */
@Injectable()
export class Attachments {
  constructor(
    private readonly source: DataSource,
    private readonly access: TicketAccess,
    private readonly files: Files,
    private readonly drafts: FileDrafts,
    private readonly steps: TicketSteps,
    private readonly clock: Clock,
    private readonly config: ComplaintsConfig,
  ) {}

  /** Before a file is taken in. @throws Problem 404; 403 of a dispute, or one told in confidence */
  async admit(ticketId: string): Promise<void> {
    await this.access.read(this.source.manager, ticketId);
  }

  /** @throws Problem 403, 404; 409 beyond 50; 415 when it is something else beside what it shows */
  async add(ticketId: string, file: ArrivedFile): Promise<Attachment> {
    const foreign = foreignContent(file.mediaType, ...(await this.endsOf(file)));
    if (foreign !== undefined) {
      await this.drafts.abandon(file.id);
      throw new Problem(415, 'file-type-mismatch', { actual: foreign, declared: file.mediaType }, { actual: foreign });
    }
    return transact(this.source, async (tx) => {
      const ticket = await this.access.lock(tx, ticketId, null);
      const [row]: { count: string }[] = await tx.query(
        'SELECT count(*) AS count FROM ticket_attachment WHERE ticket_id = $1',
        [ticketId],
      );
      if (Number(row?.count) >= MOST) throw Problem.conflict('attachments-full', { most: MOST });
      const effects = new Effects({ now: this.clock.now(), zone: this.config.hospitalZone });
      const actor = currentContext()?.actor;
      const id = newId();
      await this.files.keep(tx, file, `ticket/${ticketId}`);
      await tx.query(
        `INSERT INTO ticket_attachment (id, ticket_id, file_id, added_at, added_by, added_by_name)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [id, ticketId, file.id, effects.occasion.now, actor?.id ?? null, actor?.name || null],
      );
      await this.steps.append(tx, ticket, { what: 'attached', to: id, note: file.name }, effects);
      await this.steps.announce(tx, effects);
      return present({ ...file, id, addedAt: effects.occasion.now, addedBy: actor?.name || null });
    });
  }

  /** @throws Problem 403, 404 */
  async list(ticketId: string): Promise<Attachment[]> {
    await this.admit(ticketId);
    const rows: AttachmentRow[] = await this.source.query(LIST, [ticketId]);
    return rows.map(present);
  }

  /** @throws Problem 403, 404; 409 while it waits for a scan or when it is infected */
  async read(ticketId: string, id: string): Promise<StoredFile> {
    await this.admit(ticketId);
    const [row]: { fileId: string }[] = await this.source.query(
      'SELECT file_id AS "fileId" FROM ticket_attachment WHERE ticket_id = $1 AND id = $2',
      [ticketId, id],
    );
    if (!row) throw Problem.notFound('attachment', id);
    return this.files.servable(row.fileId);
  }

  private async endsOf({ id, size }: ArrivedFile): Promise<[head: Buffer, tail: Buffer]> {
    const piece = async (start: number, end: number) => {
      const pieces: Buffer[] = [];
      for await (const chunk of await this.files.open(id, { start, end })) pieces.push(chunk as Buffer);
      return Buffer.concat(pieces);
    };
    return [await piece(0, Math.min(size, HEAD_BYTES) - 1), await piece(Math.max(0, size - TAIL_BYTES), size - 1)];
  }
}

interface AttachmentRow {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  state: string;
  addedAt: Date;
  addedBy: string | null;
}

const LIST = `
  SELECT attachment.id, file.name, file.media_type AS "mediaType", file.size::float8 AS size, file.sha256, file.state,
         attachment.added_at AS "addedAt", attachment.added_by_name AS "addedBy"
    FROM ticket_attachment attachment JOIN file ON file.id = attachment.file_id
   WHERE attachment.ticket_id = $1 ORDER BY attachment.added_at, attachment.id`;

function present({ id, name, mediaType, size, sha256, state, addedAt, addedBy }: AttachmentRow): Attachment {
  return { id, name, mediaType, size, sha256, scan: state, addedAt: addedAt.toISOString(), addedBy };
}
