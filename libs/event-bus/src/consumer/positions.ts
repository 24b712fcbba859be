import { Injectable } from '@nestjs/common';
import type { StreamInfo } from '@nats-io/jetstream';
import { DataSource } from 'typeorm';

export interface Takeover {
  epoch: number;
  /** Every stream sequence up to this one is dealt with. */
  position: number;
}

/** An event that was delivered to us; the broker's time tells it from another one under the same number. */
export interface Seen {
  sequence: number;
  time: Date;
}

/** Where the service stands in each stream, in its own database: a restored backup catches up from its own position. */
@Injectable()
export class Positions {
  constructor(private readonly source: DataSource) {}

  /** The newest event that was seen of the stream, in this epoch or an earlier one. */
  async newest(stream: string): Promise<Seen | undefined> {
    const rows: { sequence: string; time: Date }[] = await this.source.query(
      `SELECT newest_sequence AS sequence, newest_time AS time FROM consumer_position
        WHERE stream = $1 AND newest_sequence IS NOT NULL`,
      [stream],
    );
    return rows[0] && { sequence: Number(rows[0].sequence), time: rows[0].time };
  }

  /**
   * Begins a new epoch (waiting for the old one's transactions) and tells where to go on.
   * @param rewritten the stream holds other events under the numbers we know.
   */
  async takeOver(stream: string, info: StreamInfo, rewritten: boolean): Promise<Takeover> {
    return this.source.transaction(async (tx) => {
      const [lease]: { epoch: number }[] = await tx.query(
        `INSERT INTO consumer_lease (stream, epoch) VALUES ($1, 1)
         ON CONFLICT (stream) DO UPDATE SET epoch = consumer_lease.epoch + 1 RETURNING epoch`,
        [stream],
      );
      const [row]: { position: string }[] = await tx.query(
        // A stream that was made anew, or restored from a backup, counts from 1 again; what we handled of the old one is known to the inbox.
        `INSERT INTO consumer_position AS p (stream, stream_created, position) VALUES ($1, $2, 0)
         ON CONFLICT (stream) DO UPDATE SET
           position = CASE WHEN p.stream_created = $2 AND NOT $4 THEN least(p.position, $3::bigint) ELSE 0 END,
           newest_sequence = CASE WHEN p.stream_created = $2 AND NOT $4 THEN p.newest_sequence END,
           newest_time = CASE WHEN p.stream_created = $2 AND NOT $4 THEN p.newest_time END,
           stream_created = $2, reset_requested = false
         RETURNING position`,
        [stream, info.created, info.state.last_seq, rewritten],
      );
      return { epoch: lease?.epoch ?? 0, position: Number(row?.position ?? 0) };
    });
  }

  /**
   * Saves progress; a stale epoch changes nothing, also when its successor commits while we wait for the row.
   * @returns whether operations asked for a reset meanwhile.
   */
  async save(stream: string, epoch: number, position: number, newest?: Seen): Promise<{ resetRequested: boolean }> {
    const rows: [{ reset_requested: boolean }[], number] = await this.source.query(
      `WITH fence AS (SELECT 1 FROM consumer_lease WHERE stream = $1 AND epoch = $2 FOR SHARE)
       UPDATE consumer_position
          SET position = CASE WHEN reset_requested THEN position ELSE $3 END,
              newest_sequence = coalesce($4, newest_sequence), newest_time = coalesce($5, newest_time)
        WHERE stream = $1 AND EXISTS (SELECT 1 FROM fence)
        RETURNING reset_requested`,
      [stream, epoch, position, newest?.sequence ?? null, newest?.time ?? null],
    );
    return { resetRequested: rows[0][0]?.reset_requested ?? true };
  }
}
