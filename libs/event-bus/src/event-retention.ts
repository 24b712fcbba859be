import { Retention, ServiceConfig, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';

/** The bus's own tables. */
@Retention()
export class EventRetention implements RetentionSource {
  constructor(private readonly config: ServiceConfig) {}

  rules(): RetentionRule[] {
    return [this.outbox(), this.inbox(), this.parkedEvents()];
  }

  kept(): KeptTable[] {
    return [
      { table: 'consumer_position', reason: 'one row a stream: a restored backup goes on from its own position' },
      { table: 'consumer_lease', reason: 'one row a stream' },
    ];
  }

  /** What is not published yet stays, whatever its age: it is the promise. */
  private outbox(): RetentionRule {
    return {
      name: 'outbox',
      table: 'outbox',
      days: this.config.outboxRetentionDays,
      setting: 'OUTBOX_RETENTION_DAYS',
      reason: 'republish needs it after a lost broker or a restored backup',
      age: 'occurred_at',
      condition: 'published_at IS NOT NULL',
    };
  }

  /** While an event can come again, from the broker or by `republish`, its row must be here. */
  private inbox(): RetentionRule {
    const { inboxRetentionDays, outboxRetentionDays, natsMaxAgeDays } = this.config;
    return {
      name: 'inbox',
      table: 'inbox',
      days: Math.max(inboxRetentionDays, outboxRetentionDays, natsMaxAgeDays + 1),
      setting: 'INBOX_RETENTION_DAYS',
      reason: 'without the row a repeat would have its effect again',
      age: 'received_at',
    };
  }

  /** What waits stays until a person has decided. */
  private parkedEvents(): RetentionRule {
    return {
      name: 'parked events',
      table: 'parked_event',
      days: this.config.parkedEventRetentionDays,
      setting: 'PARKED_EVENT_RETENTION_DAYS',
      reason: 'who resolved what, and why',
      age: 'resolved_at',
      condition: 'resolved_at IS NOT NULL',
    };
  }
}
