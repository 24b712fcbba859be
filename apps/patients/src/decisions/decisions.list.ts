import { CHANNELS, CONSENT_PURPOSES, PERSON_STATES } from '#contracts';
import { List } from '#platform';
import { Decision } from './decisions.dto.js';

/** Of a query of decisions named `decision`. */
export const DECISIONS = new List({
  name: 'decisions',
  item: Decision,
  fields: {
    id: { sql: 'decision.id', type: 'uuid' },
    topic: { sql: 'decision.topic', type: 'enum', values: [...CONSENT_PURPOSES, ...PERSON_STATES] },
    holds: { sql: 'decision.holds', type: 'boolean' },
    channel: { sql: 'decision.channel', type: 'enum', values: CHANNELS },
    decidedAt: { sql: 'decision.decided_at', type: 'instant' },
    recordedAt: { sql: 'decision.recorded_at', type: 'instant' },
  },
  key: 'id',
  sort: '-recordedAt',
  example: `topic eq 'marketing' and holds eq false`,
});
