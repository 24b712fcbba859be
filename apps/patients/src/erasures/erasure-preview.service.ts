import { ErasurePreviewQuestionV1, questionOf, type ErasedStore } from '#contracts';
import { NoAnswerError, Questions } from '#event-bus';
import { Erasures, newId, takenBack, type ErasureOrder } from '#platform';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ErasureOrders } from './erasure-orders.js';

/** Less than the gateway waits: a service that is away must not cost the answer of the others. */
const PATIENCE_MS = 15_000;

/** What the erasure would do in one service; null when it did not say. */
export interface ServiceRehearsal {
  service: string;
  stores: ErasedStore[] | null;
}

/** What an erasure would do everywhere, and until when the law keeps the medical record. */
export interface Rehearsal {
  patientId: string;
  patientIds: string[];
  keepUntil: Date | null;
  outcomes: ErasedStore[];
  others: ServiceRehearsal[];
}

/** Shows what an erasure would do before anybody asks for it (PT-9): each service really erases and takes it back. */
@Injectable()
export class ErasurePreviews {
  private readonly logger = new Logger(ErasurePreviews.name);

  constructor(
    private readonly source: DataSource,
    private readonly orders: ErasureOrders,
    private readonly erasures: Erasures,
    private readonly questions: Questions,
  ) {}

  /** The others are asked when nothing is locked here any more. @throws Problem 404, 409 */
  async preview(patientId: string): Promise<Rehearsal> {
    const { order, outcomes } = await takenBack(this.source, async (tx) => {
      const prepared = await this.orders.prepare(tx, newId(), patientId);
      return { ...prepared, outcomes: await this.erasures.rehearse(tx, prepared.order) };
    });
    const asked = [...questionOf(ErasurePreviewQuestionV1).answerers].sort();
    const others = await Promise.all(asked.map((service) => this.ask(service, order)));
    return { patientId: order.patientId, patientIds: order.patientIds, keepUntil: order.keepUntil, outcomes, others };
  }

  private async ask(service: string, order: ErasureOrder): Promise<ServiceRehearsal> {
    const { patientIds, recordNumbers, erasedAt, keepUntil } = order;
    const question = {
      ...{ patientIds, recordNumbers, at: erasedAt.toISOString() },
      ...(keepUntil ? { keepUntil: keepUntil.toISOString() } : {}),
    };
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const stores: ErasedStore[] = [];
    try {
      const lines = this.questions.ask(ErasurePreviewQuestionV1, service, question, signal);
      for await (const line of lines) stores.push(JSON.parse(line) as ErasedStore);
      return { service, stores };
    } catch (error) {
      if (!(error instanceof NoAnswerError) && !signal.aborted) throw error;
      this.logger.warn({ err: error, service }, 'A service does not say what an erasure would do there');
      return { service, stores: null };
    }
  }
}
