import { List } from '#platform';
import { GiftView } from './gifts.dto.js';

/** Of a query of gifts named `gift`. */
export const GIFTS = new List({
  name: 'gifts',
  item: GiftView,
  fields: {
    id: { sql: 'gift.id', type: 'uuid' },
    recordedAt: { sql: 'gift.recorded_at', type: 'instant' },
    cancelledAt: { sql: 'gift.cancelled_at', type: 'instant', nullable: true },
  },
  key: 'id',
  sort: '-recordedAt',
  example: 'cancelledAt eq null',
});
