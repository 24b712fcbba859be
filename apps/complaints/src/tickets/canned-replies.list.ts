import { List } from '#platform';
import { CannedReply } from './canned-replies.dto.js';

/** Of a query of replies named `reply`. */
export const CANNED_REPLIES = new List({
  name: 'canned-replies',
  item: CannedReply,
  fields: {
    id: { sql: 'reply.id', type: 'uuid' },
    code: { sql: 'reply.code', type: 'string' },
    titleZh: { sql: 'reply.title_zh', type: 'string' },
    active: { sql: 'reply.active', type: 'boolean' },
  },
  key: 'id',
  sort: 'code',
  example: 'active eq true',
});
