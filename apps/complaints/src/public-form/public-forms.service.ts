import { randomBytes } from 'node:crypto';
import type { TicketState } from '#contracts';
import { Clock, currentContext, Problem, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ComplaintsConfig } from '../complaints.config.js';
import { Effects } from '../tickets/effects.js';
import { NewTickets, type NewTicket } from '../tickets/new-tickets.js';
import { TicketSteps } from '../tickets/ticket-steps.js';
import { checkCodeOf, digestOf, plainCode } from './check-code.js';
import type { PublicAnswer, PublicComplaint, PublicReceipt } from './public-form.dto.js';
import { PublicFormMetrics } from './public-form.metrics.js';
import { publicStateOf } from './public-state.rules.js';

const SUBJECT_CHARACTERS = 40;
/** Shorter ones two strangers might choose alike, and one would get the other’s answer. */
const KEY = /^[\x21-\x7e]{16,255}$/;

interface Receipt extends PublicReceipt {
  repeated: boolean;
}

/** Takes what anybody writes on the hospital’s website, without a login (CP-1). */
@Injectable()
export class PublicForms {
  constructor(
    private readonly source: DataSource,
    private readonly tickets: NewTickets,
    private readonly steps: TicketSteps,
    private readonly metrics: PublicFormMetrics,
    private readonly clock: Clock,
    private readonly config: ComplaintsConfig,
  ) {}

  /**
   * @param key Idempotency-Key of the caller: with the same one the same form is answered as the first time
   * @throws Problem 400 for a key that strangers might share, 422 when it was used for another form
   */
  async take(form: PublicComplaint, key?: string): Promise<PublicReceipt> {
    if (key !== undefined && !KEY.test(key)) {
      throw Problem.invalid([{ field: 'Idempotency-Key', code: 'form-key-short' }]);
    }
    if ((form.leaveEmpty ?? '') !== '') return this.pretend();
    const { repeated, ...receipt } = await transact(this.source, (tx) => this.open(tx, form, key));
    this.metrics.sent(repeated ? 'repeated' : 'taken');
    return receipt;
  }

  /** @throws Problem 404, the same for an unknown number and a wrong code */
  async stateOf(number: string, checkCode: string): Promise<PublicAnswer> {
    const [row]: StateRow[] = await this.source.query(STATE, [number, digestOf(plainCode(checkCode))]);
    if (!row) throw Problem.notFound('public-complaint', number);
    currentContext()?.audit?.names(row.ticketId);
    return {
      ...{ number, state: publicStateOf(row.state), receivedAt: row.receivedAt.toISOString() },
      answeredAt: row.answeredAt?.toISOString() ?? null,
    };
  }

  /** A program that fills in everything learns nothing: it gets a number, as everybody does. */
  private async pretend(): Promise<PublicReceipt> {
    this.metrics.sent('trapped');
    const [row]: { next: string }[] = await this.source.query(`SELECT nextval('ticket_number') AS next`);
    const year = this.clock.now().toISOString().slice(0, 4);
    const number = `${year}-${String(row?.next).padStart(6, '0')}`;
    return { number, checkCode: checkCodeOf(randomBytes(16).toString('hex'), number) };
  }

  private async open(tx: EntityManager, form: PublicComplaint, key: string | undefined): Promise<Receipt> {
    const effects = new Effects({ now: this.clock.now(), zone: this.config.hospitalZone });
    const secret = key ?? randomBytes(16).toString('hex');
    const { ticket, opened } = await this.tickets.open(tx, ticketOf(form, key), effects);
    const checkCode = checkCodeOf(secret, ticket.id);
    const said = digestOf(JSON.stringify([form.kind, form.text, form.place, form.name, form.phone]));
    currentContext()?.audit?.names(ticket.id);
    if (opened) {
      await tx.query('INSERT INTO public_complaint (ticket_id, said, code, sent_at) VALUES ($1, $2, $3, $4)', [
        ...[ticket.id, said, digestOf(checkCode), effects.occasion.now],
      ]);
      await this.steps.announce(tx, effects);
    } else {
      const [known]: { said: string }[] = await tx.query('SELECT said FROM public_complaint WHERE ticket_id = $1', [
        ticket.id,
      ]);
      if (known?.said !== said) throw new Problem(422, 'idempotency-key-reused');
    }
    return { number: ticket.number, checkCode, repeated: !opened };
  }
}

function ticketOf({ kind, text, place, name, phone }: PublicComplaint, key: string | undefined): NewTicket {
  const words = text.trim().replaceAll(/\s+/gu, ' ');
  return {
    kind,
    channel: 'web-form',
    subject: [...words].slice(0, SUBJECT_CHARACTERS).join(''),
    text: place === undefined ? text : `${text}\n\n地点 Place: ${place}`,
    reporterName: name ?? null,
    reporterPhone: phone ?? null,
    ...(key === undefined ? {} : { onceKey: `web-form:${digestOf(key)}` }),
  };
}

interface StateRow {
  ticketId: string;
  state: Exclude<TicketState, 'merged'>;
  receivedAt: Date;
  answeredAt: Date | null;
}

/** What was merged is told as the ticket it goes on in. */
const STATE = `
  WITH RECURSIVE chain AS (
    SELECT ticket.id, ticket.received_at, ticket.id AS at, ticket.merged_into
      FROM ticket JOIN public_complaint form ON form.ticket_id = ticket.id
     WHERE ticket.number = $1 AND form.code = $2
    UNION ALL
    SELECT chain.id, chain.received_at, next.id, next.merged_into
      FROM chain JOIN ticket next ON next.id = chain.merged_into
  )
  SELECT chain.id AS "ticketId", ticket.state, chain.received_at AS "receivedAt", ticket.solved_at AS "answeredAt"
    FROM chain JOIN ticket ON ticket.id = chain.at WHERE chain.merged_into IS NULL`;
