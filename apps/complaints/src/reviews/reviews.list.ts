import { List } from '#platform';
import { PATROL_STATUSES } from './patrol.rules.js';
import { PatrolView, PlatformView } from './patrols.dto.js';
import { ReviewView } from './reviews.dto.js';

/** Of a query of reviews named `review`. */
export const REVIEWS = new List({
  name: 'reviews',
  item: ReviewView,
  fields: {
    id: { sql: 'review.id', type: 'uuid' },
    platform: { sql: 'review.platform', type: 'string' },
    stars: { sql: 'review.stars', type: 'number', nullable: true },
    bad: { sql: 'review.bad', type: 'boolean' },
    detectedAt: { sql: 'review.detected_at', type: 'instant' },
    answeredAt: { sql: 'review.answered_at', type: 'instant', nullable: true },
  },
  key: 'id',
  sort: '-detectedAt',
  example: 'bad eq true and answeredAt eq null',
});

/** Of a query of patrols named `patrol`; `:now` is bound. */
export const PATROLS = new List({
  name: 'patrols',
  item: PatrolView,
  fields: {
    id: { sql: 'patrol.id', type: 'uuid' },
    platform: { sql: 'patrol.platform', type: 'string' },
    day: { sql: 'patrol.day', type: 'date' },
    status: {
      sql: `CASE WHEN patrol.done_at IS NULL THEN CASE WHEN patrol.ends_at > :now THEN 'open' ELSE 'missed' END
                 WHEN patrol.done_at < patrol.ends_at THEN 'done' ELSE 'late' END`,
      type: 'enum',
      values: PATROL_STATUSES,
      sortable: false,
    },
    doneAt: { sql: 'patrol.done_at', type: 'instant', nullable: true },
    found: { sql: 'patrol.found', type: 'number', nullable: true },
  },
  key: 'id',
  sort: '-day',
  example: `status eq 'missed' and day ge '2026-11-01'`,
});

/** Of a query of platforms named `platform`. */
export const PLATFORMS = new List({
  name: 'review-platforms',
  item: PlatformView,
  fields: {
    code: { sql: 'platform.code', type: 'string' },
    nameZh: { sql: 'platform.name_zh', type: 'string' },
    nameEn: { sql: 'platform.name_en', type: 'string' },
    active: { sql: 'platform.active', type: 'boolean' },
  },
  key: 'code',
  sort: 'code',
  example: 'active eq true',
});
