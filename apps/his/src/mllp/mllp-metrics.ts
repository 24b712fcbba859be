import { Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import type { MllpEvent } from './mllp-options.js';

const CODE = /\rMSA.(A[AER]|C[AER])/;

/** What arrives over MLLP and how it is answered. */
@Injectable()
export class MllpMetrics {
  private readonly connections;
  private readonly closed;
  private readonly refused;
  private readonly answers;
  private readonly durations;

  constructor(metrics: Metrics) {
    this.connections = metrics.gauge('hospital_mllp_connections', 'Open MLLP connections.');
    this.connections.set(0);
    this.closed = metrics.counter('hospital_mllp_connections_closed_total', 'Connections by why they ended.', [
      'reason',
    ]);
    this.refused = metrics.counter('hospital_mllp_connections_refused_total', 'Connections over a limit.', ['reason']);
    this.answers = metrics.counter(
      'hospital_mllp_messages_total',
      'Answers by acknowledgement code (MSA-1); `none` for a frame that got no answer.',
      ['code'],
    );
    this.durations = metrics.histogram(
      'hospital_mllp_message_duration_seconds',
      'From a whole frame to its answers; with them its messages are stored.',
    );
  }

  note(event: MllpEvent): void {
    if (event.kind === 'opened') this.connections.inc();
    else if (event.kind === 'refused') this.refused.inc({ reason: event.reason });
    else if (event.kind === 'closed') {
      this.connections.dec();
      this.closed.inc({ reason: event.reason });
    }
  }

  /** Measures the handling of one frame. */
  async measured(work: Promise<Buffer[]>): Promise<Buffer[]> {
    const begun = performance.now();
    try {
      const answers = await work;
      for (const answer of answers) this.answers.inc({ code: codeOf(answer) });
      if (answers.length === 0) this.answers.inc({ code: 'none' });
      return answers;
    } catch (error) {
      this.answers.inc({ code: 'none' });
      throw error;
    } finally {
      this.durations.observe((performance.now() - begun) / 1000);
    }
  }

  /** A frame over the limit was answered from its beginning. */
  oversized(answer: Buffer | undefined): Buffer | undefined {
    this.answers.inc({ code: answer ? codeOf(answer) : 'none' });
    return answer;
  }
}

function codeOf(answer: Buffer): string {
  return CODE.exec(answer.toString('latin1'))?.[1] ?? 'other';
}
