import { List } from '#platform';
import { PromiseView } from './promises.dto.js';

/** Of a query of promises named `promise`. */
export const PROMISES = new List({
  name: 'promises',
  item: PromiseView,
  fields: {
    id: { sql: 'promise.id', type: 'uuid' },
    dueOn: { sql: 'promise.due_on', type: 'string', nullable: true },
    madeAt: { sql: 'promise.made_at', type: 'instant' },
    keptAt: { sql: 'promise.kept_at', type: 'instant', nullable: true },
  },
  key: 'id',
  sort: '-madeAt',
  example: 'keptAt eq null',
});
