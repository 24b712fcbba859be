import { listPage, Problem, type Page } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { textOf } from './message-text.js';
import { MessageEntity, type StoredProblem } from './message.entity.js';
import type { Message, MessageProblem, MessagesQuery, MessageSummary } from './messages.dto.js';
import { MESSAGES } from './messages.list.js';
import { wireOrder } from './taking.js';

/** Finds and shows stored messages. */
@Injectable()
export class MessageSearch {
  constructor(private readonly source: DataSource) {}

  /** Newest first, unless sorted otherwise. */
  async page(query: MessagesQuery): Promise<Page<MessageSummary>> {
    const select = this.source.createQueryBuilder(MessageEntity, 'm');
    narrow(select, query);
    const page = await listPage(select, MESSAGES, query);
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

/** By numbers that many see masked: exactly, so that nobody learns one by asking. */
function narrow(select: SelectQueryBuilder<MessageEntity>, { visitNumber, recordNumber }: MessagesQuery): void {
  if (visitNumber !== undefined) select.andWhere('m.visit_number = :visit', { visit: visitNumber });
  if (recordNumber === undefined) return;
  select.andWhere('m.record_numbers @> ARRAY[:record]::text[]', { record: recordNumber });
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
