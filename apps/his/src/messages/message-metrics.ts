import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import type { MessageRow } from './message-row.js';

/** Any text may stand in MSH-9: only types that somebody means are labels. */
const TYPES = new Set(['ADT', 'ORU', 'RDE', 'RDS', 'SIU', 'ORM']);

/** What was stored of which type, taken and refused; repeats are not counted again. */
@Injectable()
export class MessageMetrics {
  private readonly messages;

  constructor(metrics: Metrics) {
    this.messages = metrics.counter(
      'hospital_hl7_messages_total',
      'HL7 messages stored, by MSH-9.1 and acknowledgement code (AA taken, AE and AR refused).',
      ['type', 'code'],
    );
  }

  stored(rows: readonly Pick<MessageRow, 'message_type' | 'code'>[]): void {
    for (const { message_type: type, code } of rows) {
      this.messages.inc({ type: TYPES.has(type) ? type : 'other', code });
    }
  }
}
