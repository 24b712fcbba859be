import { listPage, newId, Problem, requireVersion, stateChange, transact, type ListQuery } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CannedReply, CannedReplyChange, CannedReplyPage, NewCannedReply } from './canned-replies.dto.js';
import { CANNED_REPLIES } from './canned-replies.list.js';
import { CannedReplyEntity } from './canned-reply.entity.js';

/** Words that are sent often (CP-10). */
@Injectable()
export class CannedReplies {
  constructor(private readonly source: DataSource) {}

  list(query: ListQuery): Promise<CannedReplyPage> {
    return listPage(this.source.manager.createQueryBuilder(CannedReplyEntity, 'reply'), CANNED_REPLIES, query);
  }

  /** @throws Problem 409 when the code is taken */
  add(wanted: NewCannedReply): Promise<CannedReply> {
    const reply: CannedReply = { ...wanted, id: newId(), active: true, version: 1 };
    return transact(this.source, async (tx) => {
      const insert = tx.createQueryBuilder().insert().into(CannedReplyEntity).values(reply).orIgnore().returning('id');
      const { raw } = (await insert.execute()) as { raw: unknown[] };
      if (raw.length === 0) throw Problem.conflict('canned-reply-code-taken', { code: wanted.code });
      stateChange('canned-reply', reply.id, null, reply);
      return reply;
    });
  }

  /** @throws Problem 404, 412 */
  change(id: string, expectedVersion: number, wanted: CannedReplyChange): Promise<CannedReply> {
    return transact(this.source, async (tx) => {
      const before = await tx.findOne(CannedReplyEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!before) throw Problem.notFound('canned-reply', id);
      requireVersion(before.version, expectedVersion);
      const said = Object.entries(wanted).filter(([, value]) => value !== undefined);
      const change = { ...(Object.fromEntries(said) as CannedReplyChange), version: before.version + 1 };
      await tx.update(CannedReplyEntity, { id }, change);
      const after = { ...before, ...change };
      stateChange('canned-reply', id, before, after);
      return after;
    });
  }
}
