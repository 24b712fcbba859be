import {
  Clock,
  isUniqueViolation,
  listPage,
  newId,
  Problem,
  requireVersion,
  stateChange,
  transact,
  type ListQuery,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { VoucherType } from './voucher-type.entity.js';
import type { NewVoucherType, VoucherTypeChange, VoucherTypePage, VoucherTypeView } from './voucher-types.dto.js';
import { VOUCHER_TYPES } from './voucher-types.list.js';

/** What vouchers the hospital gives out: its own data (CP-5). */
@Injectable()
export class VoucherTypes {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(query: ListQuery): Promise<VoucherTypePage> {
    const { items, nextCursor } = await listPage(
      this.source.createQueryBuilder(VoucherType, 'type'),
      VOUCHER_TYPES,
      query,
    );
    return { items: items.map(presentType), nextCursor };
  }

  /** @throws Problem 404 */
  async read(id: string): Promise<VoucherTypeView> {
    const type = await this.source.manager.findOneBy(VoucherType, { id });
    if (!type) throw Problem.notFound('voucher-type', id);
    return presentType(type);
  }

  /** One that may be given out. @throws Problem 400 */
  async usable(tx: EntityManager, code: string): Promise<VoucherType> {
    const type = await tx.findOneBy(VoucherType, { code });
    if (!type?.active) throw Problem.invalid([{ field: 'typeCode', code: 'voucher-type-unknown' }]);
    return type;
  }

  /** @throws Problem 409 */
  async add({ occasions = [], ...said }: NewVoucherType): Promise<VoucherTypeView> {
    const now = this.clock.now();
    const type: VoucherType = {
      id: newId(),
      version: 1,
      ...said,
      occasions,
      active: true,
      createdAt: now,
      updatedAt: now,
    };
    try {
      await transact(this.source, async (tx) => {
        await tx.insert(VoucherType, type);
        stateChange('voucher-type', type.id, null, presentType(type));
      });
    } catch (error) {
      if (isUniqueViolation(error, 'voucher_type_code')) throw Problem.conflict('voucher-type-taken');
      throw error;
    }
    return presentType(type);
  }

  /** @throws Problem 404, 412 */
  change(id: string, change: VoucherTypeChange, expected: number): Promise<VoucherTypeView> {
    return transact(this.source, async (tx) => {
      const type = await tx.findOne(VoucherType, { where: { id }, lock: { mode: 'for_no_key_update' } });
      if (!type) throw Problem.notFound('voucher-type', id);
      requireVersion(type.version, expected);
      const stated = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const values = { ...stated, version: type.version + 1, updatedAt: this.clock.now() };
      await tx.update(VoucherType, { id }, values);
      const changed = presentType({ ...type, ...values });
      stateChange('voucher-type', id, presentType(type), changed);
      return changed;
    });
  }
}

function presentType({ createdAt: _createdAt, updatedAt: _updatedAt, ...view }: VoucherType): VoucherTypeView {
  return view;
}
