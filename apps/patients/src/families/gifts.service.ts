import { GiftCancelledV1, GiftRecordedV1 } from '#contracts';
import { Outbox } from '#event-bus';
import {
  Clock,
  currentContext,
  listPage,
  newId,
  Problem,
  stateChange,
  stateReason,
  transact,
  type ListQuery,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PeopleStore } from '../people/people.store.js';
import { recordsOf } from '../people/records-of.js';
import { PersonGift } from './gift.entity.js';
import type { GiftCancellation, GiftPage, GiftView, NewGift } from './gifts.dto.js';
import { GIFTS } from './gifts.list.js';

/** Packages that one patient bought for another (PT-7). */
@Injectable()
export class Gifts {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 of oneself or somebody unknown, 404; 409 of the dead */
  record(id: string, body: NewGift): Promise<GiftView> {
    return transact(this.source, async (tx) => {
      const locked = await this.people.lock(tx, { identifiers: [] }, [id, body.beneficiaryId]);
      const [buyer, beneficiary] = [locked.live(id), locked.live(body.beneficiaryId)];
      if (!buyer) throw Problem.notFound('patient', id);
      if (!beneficiary) throw Problem.invalid([{ field: 'beneficiaryId', code: 'patient-unknown' }]);
      if (buyer.id === beneficiary.id) throw Problem.invalid([{ field: 'beneficiaryId', code: 'gift-to-oneself' }]);
      if (beneficiary.deceased) throw Problem.conflict('patient-deceased');
      const { packageCode = null, packageName, price, priceHidden = true, note = null } = body;
      const said = { packageCode, packageName, price, priceHidden, note };
      const recorded = { recordedAt: this.clock.now(), recordedBy: currentContext()?.actor?.id ?? null };
      const parties = { buyerId: buyer.id, beneficiaryId: beneficiary.id };
      const gift = Object.assign(new PersonGift(), { id: newId(), ...parties, ...said, ...recorded }, NOT_CANCELLED);
      await tx.insert(PersonGift, gift);
      stateChange('gift', gift.id, null, { ...parties, ...said });
      await this.outbox.append(tx, GiftRecordedV1, recordedEvent(gift));
      return viewOf(gift, 'given');
    });
  }

  /** By either side, once. @throws Problem 404; 409 when it was cancelled before */
  cancel(id: string, giftId: string, { reason }: GiftCancellation): Promise<GiftView> {
    return transact(this.source, async (tx) => {
      const records = await recordsOf(tx, id);
      const gift = await tx.findOne(PersonGift, { where: { id: giftId }, lock: { mode: 'for_no_key_update' } });
      if (!gift || !isOf(gift, records)) throw Problem.notFound('gift', giftId);
      if (gift.cancelledAt) {
        throw Problem.conflict('gift-cancelled', {}, { cancelledAt: gift.cancelledAt.toISOString() });
      }
      const cancelledBy = currentContext()?.actor?.id ?? null;
      const cancelled = { cancelledAt: this.clock.now(), cancelledBy, cancelReason: reason };
      await tx.update(PersonGift, { id: giftId }, cancelled);
      const cancelledAt = cancelled.cancelledAt.toISOString();
      stateChange('gift', giftId, { cancelledAt: null }, { cancelledAt });
      stateReason(reason);
      const { buyerId, beneficiaryId } = gift;
      await this.outbox.append(tx, GiftCancelledV1, { giftId, buyerId, beneficiaryId, cancelledAt });
      return viewOf({ ...gift, ...cancelled }, sideOf(gift, records));
    });
  }

  /** Given and received, the last one first unless sorted otherwise. @throws Problem 404 */
  async ofPatient(id: string, query: ListQuery): Promise<GiftPage> {
    const records = await recordsOf(this.source.manager, id);
    const rows = this.source
      .createQueryBuilder(PersonGift, 'gift')
      .where('(gift.buyer_id = ANY (:records) OR gift.beneficiary_id = ANY (:records))', { records });
    const page = await listPage(rows, GIFTS, query);
    return { items: page.items.map((gift) => viewOf(gift, sideOf(gift, records))), nextCursor: page.nextCursor };
  }
}

const NOT_CANCELLED = { cancelledAt: null, cancelledBy: null, cancelReason: null };

function isOf({ buyerId, beneficiaryId }: PersonGift, records: string[]): boolean {
  return records.includes(buyerId) || records.includes(beneficiaryId);
}

/** Of records that were merged since, who bought it sees it as given. */
function sideOf({ buyerId }: PersonGift, records: string[]): GiftView['side'] {
  return records.includes(buyerId) ? 'given' : 'received';
}

function recordedEvent(gift: PersonGift): GiftRecordedV1 {
  const { id: giftId, buyerId, beneficiaryId, packageCode, packageName, price, priceHidden, recordedAt } = gift;
  return {
    ...{ giftId, buyerId, beneficiaryId, packageName, recordedAt: recordedAt.toISOString() },
    ...(packageCode ? { packageCode } : {}),
    ...(priceHidden ? {} : { price }),
  };
}

function viewOf(gift: PersonGift, side: GiftView['side']): GiftView {
  const { id, buyerId, beneficiaryId, packageCode, packageName, priceHidden, note, recordedBy, cancelReason } = gift;
  return {
    ...{ id, buyerId, beneficiaryId, side, packageCode, packageName, priceHidden, note, recordedBy, cancelReason },
    price: side === 'received' && priceHidden ? null : gift.price,
    recordedAt: gift.recordedAt.toISOString(),
    cancelledAt: gift.cancelledAt?.toISOString() ?? null,
  };
}
