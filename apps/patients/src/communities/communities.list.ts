import { CHANNELS } from '#contracts';
import { List } from '#platform';
import { CommunityView } from './communities.dto.js';

/** Of a query of communities named `community`. */
export const COMMUNITIES = new List({
  name: 'communities',
  item: CommunityView,
  fields: {
    id: { sql: 'community.id', type: 'uuid' },
    nameZh: { sql: 'community.name_zh', type: 'string' },
    nameEn: { sql: 'community.name_en', type: 'string' },
    tags: { sql: 'community.tags', type: 'string', many: true },
    icd10: { sql: 'community.icd10', type: 'string', many: true },
    channel: { sql: 'community.channel', type: 'enum', values: CHANNELS },
    externalId: { sql: 'community.external_id', type: 'string', nullable: true },
    ownerId: { sql: 'community.owner_id', type: 'uuid', description: 'The member of staff who looks after it.' },
    members: { sql: 'community.member_count', type: 'number' },
    capacity: { sql: 'community.capacity', type: 'number' },
    nextHourAt: { sql: 'community.hour_at', type: 'instant', nullable: true },
    createdAt: { sql: 'community.created_at', type: 'instant' },
    closedAt: { sql: 'community.closed_at', type: 'instant', nullable: true },
  },
  key: 'id',
  sort: '-createdAt',
  example: `closedAt eq null and tags has 'disease.diabetes-2'`,
});
