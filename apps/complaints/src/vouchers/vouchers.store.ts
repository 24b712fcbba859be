import { checkpoint } from '#event-bus';
import { Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager, FindOptionsWhere } from 'typeorm';
import { faultOfCode, plainCode, type CodeFault } from './voucher-code.rules.js';
import { dueAt } from './voucher.rules.js';
import { Voucher } from './voucher.entity.js';

/** Finds vouchers and keeps what falls due with them in step with what they are. */
@Injectable()
export class VouchersStore {
  /** Locks it. @throws Problem 404 */
  async take(tx: EntityManager, id: string): Promise<Voucher> {
    const voucher = await this.lock(tx, { id });
    if (!voucher) throw Problem.notFound('voucher', id);
    return voucher;
  }

  /** Locks the one with this code, as it was typed. @throws Problem 422 for a mistyped one, 404 */
  async takeByCode(tx: EntityManager, typed: string): Promise<Voucher> {
    const voucher = await this.lock(tx, { code: checkedCode(typed) });
    if (!voucher) throw new Problem(404, 'voucher-code-unknown');
    return voucher;
  }

  /** Locks the one that is or was held for this promise. @throws Problem 404 */
  async takeByReservation(tx: EntityManager, reservationId: string): Promise<Voucher> {
    const voucher = await this.lock(tx, { reservationId });
    if (!voucher) throw Problem.notFound('voucher-reservation', reservationId);
    return voucher;
  }

  /** @throws Problem 422, 404 */
  async readByCode(tx: EntityManager, typed: string): Promise<Voucher> {
    const voucher = await tx.findOneBy(Voucher, { code: checkedCode(typed) });
    if (!voucher) throw new Problem(404, 'voucher-code-unknown');
    return voucher;
  }

  async change(tx: EntityManager, voucher: Voucher, values: Partial<Voucher>): Promise<Voucher> {
    const changed = { ...voucher, ...values };
    const due = { dueAt: dueAt(changed) };
    await tx.update(Voucher, { id: voucher.id }, { ...values, ...due });
    checkpoint('voucher.changed');
    return { ...changed, ...due };
  }

  private lock(tx: EntityManager, where: FindOptionsWhere<Voucher>): Promise<Voucher | null> {
    return tx.findOne(Voucher, { where, lock: { mode: 'for_no_key_update' } });
  }
}

/** Nobody looks for what cannot be a code: it was mistyped. */
function checkedCode(typed: string): string {
  const code = plainCode(typed);
  const fault = faultOfCode(code);
  if (fault !== null) throw new Problem(422, 'voucher-code-mistyped', {}, { errors: [faultIn(fault)] });
  return code;
}

function faultIn(fault: CodeFault) {
  switch (fault) {
    case 'voucher-code-length':
      return { field: 'code', code: 'voucher-code-length' };
    case 'voucher-code-character':
      return { field: 'code', code: 'voucher-code-character' };
    case 'voucher-code-check':
      return { field: 'code', code: 'voucher-code-check' };
    default:
      return fault satisfies never;
  }
}
