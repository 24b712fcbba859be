import { List } from '#platform';
import { CommunityArrivals } from './arrivals.dto.js';

/** Of a query of figures named `figures`. */
export const ARRIVALS = new List({
  name: 'community-arrivals',
  item: CommunityArrivals,
  fields: {
    communityId: { sql: 'figures.community_id', type: 'uuid' },
    nameZh: { sql: 'figures.name_zh', type: 'string' },
    members: { sql: 'figures.members', type: 'number' },
    arrived: { sql: 'figures.arrived', type: 'number' },
    ratePercent: {
      sql: 'round(figures.arrived * 100.0 / nullif(figures.members, 0), 2)',
      type: 'number',
      nullable: true,
    },
  },
  key: 'communityId',
  sort: '-ratePercent',
  example: 'members ge 50 and ratePercent lt 18',
});
