import { Injectable } from '@nestjs/common';
import type { StreamInfo } from '@nats-io/jetstream';
import { DataSource } from 'typeorm';

export interface Takeover {
  epoch: number;
  /** Every stream sequence up to this one is dealt with. */
  position: number;
}

/** Where the service stands in each stream, in its own database: a restored backup catches up from its own position. */
@Injectable()
export class Positions {
  constructor(private readonly source: DataSource) {}

  /** Begins a new epoch (waiting for the old one's transactions) and tells where to go on. */
  async takeOver(stream: string, info: StreamInfo): Promise<Takeover> {
    return this.source.transaction(async (tx) => {
      const [lease]: { epoch: number }[] = await tx.query(
        `INSERT INTO consumer_lease (stream, epoch) VALUES ($1, 1)
         ON CONFLICT (stream) DO UPDATE SET epoch = consumer_lease.epoch + 1 RETURNING epoch`,
        [stream],
      );
      const [row]: { position: string }[] = await tx.query(
        // A stream that was made anew counts from 1 again; what we handled of the old one is known to the inbox.
        `INSERT INTO consumer_position AS p (stream, stream_created, position) VALUES ($1, $2, 0)
         ON CONFLICT (stream) DO UPDATE SET
           position = CASE WHEN p.stream_created = $2 THEN least(p.position, $3::bigint) ELSE 0 END,
           stream_created = $2, reset_requested = false
         RETURNING position`,
        [stream, info.created, info.state.last_seq],
      );
      return { epoch: lease?.epoch ?? 0, position: Number(row?.position ?? 0) };
    });
  }

  /** Saves progress; a stale epoch changes nothing. @returns whether operations asked for a reset meanwhile. */
  async save(stream: string, epoch: number, position: number): Promise<{ resetRequested: boolean }> {
    const rows: [{ reset_requested: boolean }[], number] = await this.source.query(
      `UPDATE consumer_position SET position = CASE WHEN reset_requested THEN position ELSE $3 END
        WHERE stream = $1 AND EXISTS (SELECT 1 FROM consumer_lease WHERE stream = $1 AND epoch = $2)
        RETURNING reset_requested`,
      [stream, epoch, position],
    );
    return { resetRequested: rows[0][0]?.reset_requested ?? true };
  }
}
