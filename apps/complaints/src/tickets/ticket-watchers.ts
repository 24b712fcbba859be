import { Clock, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { caller } from './caller.js';
import { lockTicket } from './locked-ticket.js';
import { TicketAccess } from './ticket-access.js';
import type { TicketWatchers as View } from './watchers.dto.js';

/** Who wants to hear of a ticket (CP-10): whoever is told that it is late is told with them (CP-2). */
@Injectable()
export class Watchers {
  constructor(
    private readonly source: DataSource,
    private readonly access: TicketAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403, 404 */
  async of(id: string): Promise<View> {
    await this.access.read(this.source.manager, id);
    return this.view(this.source.manager, id);
  }

  /** The caller watches it; again nothing changes. @throws Problem 403, 404 */
  watch(id: string): Promise<View> {
    return transact(this.source, async (tx) => {
      await this.access.lock(tx, id, null);
      const { id: account, name } = caller();
      await tx.query(
        `INSERT INTO ticket_watcher (ticket_id, account_id, account_name, since) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING`,
        [id, account, name, this.clock.now()],
      );
      return this.view(tx, id);
    });
  }

  /** The caller watches it no longer; whoever may not see it any more hears nothing else of it. @throws Problem 404 */
  unwatch(id: string): Promise<View> {
    return transact(this.source, async (tx) => {
      const ticket = await lockTicket(tx, id);
      await tx.query('DELETE FROM ticket_watcher WHERE ticket_id = $1 AND account_id = $2', [id, caller().id]);
      return this.access.sees(ticket) ? this.view(tx, id) : { items: [] };
    });
  }

  private async view(manager: EntityManager, id: string): Promise<View> {
    const rows: { accountId: string; accountName: string | null; since: Date }[] = await manager.query(
      `SELECT account_id AS "accountId", account_name AS "accountName", since
         FROM ticket_watcher WHERE ticket_id = $1 ORDER BY since, account_id`,
      [id],
    );
    return { items: rows.map((row) => ({ ...row, since: row.since.toISOString() })) };
  }
}
