import { backlogOf, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { HisConfig } from '../his.config.js';
import { MessageEntity } from './message.entity.js';

const DAY_MS = 86_400_000;

/** Raw messages are full of personal data: they go when their time is over (decision 15). */
@Injectable()
export class MessageRetention implements DeadlineSource {
  readonly name = 'his.message.retention';

  constructor(private readonly config: HisConfig) {}

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueRow[]> {
    return tx.query(
      `SELECT id FROM hl7_message WHERE received_at < $1 AND id <> ALL($2::uuid[])
        ORDER BY received_at LIMIT $3 FOR UPDATE SKIP LOCKED`,
      [new Date(now.getTime() - this.keptMs), except, limit],
    );
  }

  async backlog(source: DataSource, now: Date): Promise<Backlog> {
    const { due, oldest } = await backlogOf(
      source,
      'hl7_message',
      'received_at',
      new Date(now.getTime() - this.keptMs),
    );
    return { due, oldest: oldest && new Date(oldest.getTime() + this.keptMs) };
  }

  async handle(tx: EntityManager, row: DueRow): Promise<void> {
    await tx.delete(MessageEntity, { id: row.id });
  }

  private get keptMs(): number {
    return this.config.messageRetentionDays * DAY_MS;
  }
}
