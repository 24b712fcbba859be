import { TICKET_COLOURS, type TicketColour } from '#contracts';
import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  MOST_COUNTED,
  SOON_MINUTES,
  type Board,
  type BoardCard,
  type BoardColumn,
  type BoardFacts,
} from './board.dto.js';

/** Which tickets a reader may see. */
export interface Sight {
  disputes: boolean;
  confidential: boolean;
}

export interface BoardWish extends Sight {
  departmentCode?: string | undefined;
  holderId?: string | undefined;
  /** Cards a column. */
  first: number;
}

const MINUTE_MS = 60_000;

/** Columns of a `BoardFacts`, of a card `c` and its ticket `t`. */
export const FACTS = `
  c.ticket_id AS "ticketId", t.number, c.colour, c.kind, c.state, c.department_code AS "departmentCode",
  c.holder_id AS "holderId", t.holder_name AS "holderName", c.received_at AS "receivedAt", c.due_at AS "dueAt"`;

export interface FactsRow extends Omit<BoardFacts, 'receivedAt' | 'dueAt'> {
  receivedAt: Date;
  dueAt: Date | null;
}

export function factsOfCard({ receivedAt, dueAt, ...row }: FactsRow): BoardFacts {
  return { ...row, receivedAt: receivedAt.toISOString(), dueAt: dueAt?.toISOString() ?? null };
}

/** Reads the board from the fronts of its indexes: what it costs does not grow with the tickets (CP-10). */
@Injectable()
export class BoardQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async read(wish: BoardWish): Promise<Board> {
    const now = this.clock.now();
    const columns = await Promise.all(TICKET_COLOURS.map((colour) => this.column(colour, wish, now)));
    return { at: now.toISOString(), columns };
  }

  private async column(colour: TicketColour, wish: BoardWish, now: Date): Promise<BoardColumn> {
    const { where, values } = conditionOf(colour, wish);
    const soon = new Date(now.getTime() + SOON_MINUTES * MINUTE_MS);
    const n = values.length;
    const [row]: { count: number; overdue: number; soon: number; cards: CardRow[] | null }[] = await this.source.query(
      `SELECT ${counted(where)} AS count,
              ${counted(`${where} AND c.due_at < $${n + 1}`)} AS overdue,
              ${counted(`${where} AND c.due_at >= $${n + 1} AND c.due_at < $${n + 2}`)} AS soon,
              (SELECT json_agg(card) FROM (
                 SELECT ${FACTS}, t.subject
                   FROM (SELECT * FROM board_card c WHERE ${where} ORDER BY c.due_at, c.ticket_id LIMIT $${n + 3}) AS c
                   JOIN ticket t ON t.id = c.ticket_id ORDER BY c.due_at, c.ticket_id) AS card) AS cards`,
      [...values, now, soon, wish.first],
    );
    const { count = 0, overdue = 0, soon: soonDue = 0, cards } = row ?? {};
    return {
      colour,
      ...{ count: capped(count), overdue: capped(overdue), soon: capped(soonDue) },
      more: Math.max(count, overdue, soonDue) > MOST_COUNTED,
      cards: (cards ?? []).map((card) => cardOf(card, now)),
    };
  }
}

type CardRow = Omit<BoardCard, 'secondsLeft'>;

function cardOf(card: CardRow, now: Date): BoardCard {
  const dueAt = card.dueAt === null ? null : new Date(card.dueAt);
  return {
    ...card,
    receivedAt: new Date(card.receivedAt).toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    secondsLeft: dueAt && Math.floor((dueAt.getTime() - now.getTime()) / 1000),
  };
}

function conditionOf(colour: TicketColour, { departmentCode, holderId, disputes, confidential }: BoardWish) {
  const values: unknown[] = [colour];
  const and = (column: string, value: string | undefined) =>
    value === undefined ? '' : ` AND c.${column} = $${values.push(value)}`;
  const where =
    `c.at_work AND c.colour = $1${and('department_code', departmentCode)}${and('holder_id', holderId)}` +
    `${disputes ? '' : ' AND NOT c.dispute'}${confidential ? '' : ' AND NOT c.confidential'}`;
  return { where, values };
}

function counted(where: string): string {
  return `(SELECT count(*)::int FROM (SELECT FROM board_card c WHERE ${where} LIMIT ${MOST_COUNTED + 1}) AS counted)`;
}

function capped(count: number): number {
  return Math.min(count, MOST_COUNTED);
}
