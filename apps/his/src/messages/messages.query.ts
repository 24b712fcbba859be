import { decodeCursor, pageOf, Problem, type Page } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { textOf } from './message-text.js';
import { MessageEntity, type StoredProblem } from './message.entity.js';
import type { Message, MessageProblem, MessagesQuery, MessageSummary } from './messages.dto.js';
import { wireOrder } from './taking.js';

/** Finds and shows stored messages. */
@Injectable()
export class MessageSearch {
  constructor(private readonly source: DataSource) {}

  /** Newest first. */
  async page(query: MessagesQuery): Promise<Page<MessageSummary>> {
    const select = this.source
      .createQueryBuilder(MessageEntity, 'm')
      .orderBy('m.received_at', 'DESC')
      .addOrderBy('m.id', 'DESC');
    narrow(select, query);
    if (query.cursor !== undefined) {
      const [at, id] = positionOf(query.cursor);
      select.andWhere('(m.received_at, m.id) < (:at, :id)', { at, id });
    }
    const rows = await select.limit(query.limit + 1).getMany();
    const page = pageOf(rows, query.limit, (row) => [row.receivedAt.toISOString(), row.id]);
    return { ...page, items: page.items.map(summaryOf) };
  }

  /** @throws Problem 404 */
  async read(id: string): Promise<Message> {
    const row = await this.source
      .createQueryBuilder(MessageEntity, 'm')
      .addSelect(['m.raw', 'm.commitAnswer', 'm.applicationAnswer'])
      .where('m.id = :id', { id })
      .getOne();
    if (!row) throw Problem.notFound('message', id);
    const repair = await this.source.manager.findOneBy(MessageEntity, { repairedFrom: id });
    const answers = wireOrder({ commit: row.commitAnswer, application: row.applicationAnswer });
    return {
      ...summaryOf(row),
      text: textOf(row.raw, row.charset),
      answers: answers.map((answer) => textOf(answer, row.charset)),
      claimedTime: row.claimedTime,
      size: row.raw.length,
      repairedByMessage: repair?.id ?? null,
      repairedBy: repair?.repairedBy ?? row.repairedBy,
    };
  }

  /** The bytes as they came. @throws Problem 404 */
  async raw(id: string): Promise<Buffer> {
    const row = await this.source.manager.findOne(MessageEntity, { select: { raw: true }, where: { id } });
    if (!row) throw Problem.notFound('message', id);
    return row.raw;
  }
}

const EXACT = { controlId: 'control_id', partner: 'partner', event: 'event', status: 'status' } as const;

function narrow(select: SelectQueryBuilder<MessageEntity>, query: MessagesQuery): void {
  for (const [field, column] of Object.entries(EXACT)) {
    const value = query[field as keyof typeof EXACT];
    if (value !== undefined) select.andWhere(`m.${column} = :${field}`, { [field]: value });
  }
  if (query.visitNumber !== undefined) select.andWhere('m.visit_number = :visit', { visit: query.visitNumber });
  if (query.recordNumber !== undefined) {
    select.andWhere('m.record_numbers @> ARRAY[:record]::text[]', { record: query.recordNumber });
  }
  if (query.receivedFrom !== undefined) {
    select.andWhere('m.received_at >= :from', { from: instantOf('receivedFrom', query.receivedFrom) });
  }
  if (query.receivedTo !== undefined) {
    select.andWhere('m.received_at < :to', { to: instantOf('receivedTo', query.receivedTo) });
  }
}

function instantOf(field: string, text: string): Date {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) throw Problem.invalid([{ field, code: 'no-moment' }]);
  return instant;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function positionOf(cursor: string): [Date, string] {
  const [at, id] = decodeCursor(cursor, 2).map(String) as [string, string];
  if (!UUID.test(id)) throw Problem.invalid([{ field: 'cursor', code: 'unknown-cursor' }]);
  return [instantOf('cursor', at), id];
}

function summaryOf(row: MessageEntity): MessageSummary {
  return {
    id: row.id,
    partner: row.partner,
    sendingApplication: row.sendingApplication,
    sendingFacility: row.sendingFacility,
    controlId: row.controlId,
    messageType: row.messageType,
    event: row.event,
    status: row.status,
    code: row.code,
    errors: problemsOf(row, 'error'),
    warnings: problemsOf(row, 'warning'),
    receivedAt: row.receivedAt.toISOString(),
    charset: row.charset,
    recordNumber: row.recordNumbers[0] ?? null,
    recordNumbers: row.recordNumbers,
    visitNumber: row.visitNumber,
    repairedFrom: row.repairedFrom,
  };
}

function problemsOf({ problems }: MessageEntity, severity: StoredProblem['severity']): MessageProblem[] {
  return problems
    .filter((problem) => problem.severity === severity)
    .map(({ code, location, text }) => ({ code, location, text }));
}
