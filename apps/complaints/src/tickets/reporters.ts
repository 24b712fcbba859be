import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SoughtReporter } from './reporters.dto.js';
import { TicketAccess } from './ticket-access.js';
import { TicketEntity } from './ticket.entity.js';
import type { Ticket } from './tickets.dto.js';
import { presentTicket } from './tickets.query.js';

/** Beyond it whoever asks has to look closer. */
const MOST = 100;
/** The index `ticket_reporter` is of this expression. */
const DIGITS = `regexp_replace(ticket.reporter_phone, '[^0-9+]', '', 'g')`;

/** Who reported something without being known as a patient: before somebody is erased, what is theirs is looked for (PT-9). */
@Injectable()
export class Reporters {
  constructor(
    private readonly source: DataSource,
    private readonly access: TicketAccess,
  ) {}

  /** Tickets reported from exactly this phone, and by exactly this name when one is given; the last received first. */
  async ticketsOf({ phone, name }: SoughtReporter): Promise<Ticket[]> {
    const select = this.source.manager
      .createQueryBuilder(TicketEntity, 'ticket')
      .where(`ticket.reporter_phone IS NOT NULL AND ${DIGITS} = :digits`, { digits: phone.replace(/[^0-9+]/g, '') });
    for (const condition of this.access.hidden) select.andWhere(condition);
    if (name !== undefined) select.andWhere('ticket.reporter_name = :name', { name });
    const rows = await select.orderBy('ticket.received_at', 'DESC').addOrderBy('ticket.id').limit(MOST).getMany();
    return rows.map(presentTicket);
  }
}
