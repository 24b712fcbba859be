import {
  questionOf,
  VoucherConfirmationQuestionV1,
  VoucherReleaseQuestionV1,
  VoucherReservationQuestionV1,
  type EventClass,
  type GrantedVoucher,
  type RefusedVoucher,
  type VoucherPromiseAnswer,
} from '#contracts';
import { Answers } from '#event-bus';
import { Clock, continueTrace, newId, Problem, runInContext } from '#platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Voucher } from './voucher.entity.js';
import { VoucherPromises } from './voucher-promises.js';
import { standing } from './voucher.rules.js';

/**
 * Holds, uses and gives back vouchers for other services (decision 14). What is answered is committed: who falls silent
 * between the two asks again, and each step may be told twice.
 */
@Injectable()
export class VoucherAnswers implements OnApplicationBootstrap {
  constructor(
    private readonly answers: Answers,
    private readonly promises: VoucherPromises,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.offer(VoucherReservationQuestionV1, (wanted) => this.promises.reserve(wanted));
    this.offer(VoucherConfirmationQuestionV1, ({ reservationId }) => this.promises.confirm(reservationId));
    this.offer(VoucherReleaseQuestionV1, ({ reservationId }) => this.promises.release(reservationId));
  }

  private offer<T extends object>(type: EventClass<T>, step: (question: T) => Promise<Voucher>): void {
    const { asker } = questionOf(type);
    const actor = { id: asker, name: asker, roles: [] };
    const answer = (question: T) =>
      runInContext({ requestId: newId(), traceparent: continueTrace(undefined), actor }, () =>
        this.outcome(() => step(question)),
      );
    this.answers.answer(type, async function* (question) {
      yield JSON.stringify(await answer(question));
    });
  }

  private async outcome(step: () => Promise<Voucher>): Promise<VoucherPromiseAnswer> {
    try {
      return granted(await step(), this.clock.now());
    } catch (error) {
      if (error instanceof Problem) return refused(error);
      throw error;
    }
  }
}

function granted(voucher: Voucher, now: Date): GrantedVoucher {
  const { id: voucherId, kind, valueFen, reservedUntil } = voucher;
  const state = standing(voucher, now);
  const held = state === 'reserved' && reservedUntil ? { reservedUntil: reservedUntil.toISOString() } : {};
  return { granted: true, voucherId, kind, valueFen, state, ...held };
}

function refused({ code, extras }: Problem): RefusedVoucher {
  const { state } = extras as Pick<RefusedVoucher, 'state'>;
  return { granted: false, code, ...(state === undefined ? {} : { state }) };
}
