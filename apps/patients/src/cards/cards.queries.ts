import { Clock, ServiceConfig } from '#platform';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { DataSource, In, type EntityManager } from 'typeorm';
import { MembershipCard } from './card.entity.js';
import { isValidOn } from './card.rules.js';
import type { MembershipCardView } from './cards.dto.js';

/** Reads cards straight to the answer. */
@Injectable()
export class CardQueries {
  constructor(
    private readonly source: DataSource,
    private readonly config: ServiceConfig,
    private readonly clock: Clock,
  ) {}

  /** Of a person's records, the one issued last first. */
  async ofRecords(records: string[], tx: EntityManager = this.source.manager): Promise<MembershipCardView[]> {
    const cards = await tx.find(MembershipCard, { where: { personId: In(records) }, order: { id: 'DESC' } });
    return cards.map((card) => this.viewOf(card));
  }

  viewOf({
    id,
    personId,
    version,
    number,
    level,
    validFrom,
    validUntil,
    benefits,
  }: MembershipCard): MembershipCardView {
    const now = Temporal.Instant.from(this.clock.now().toISOString());
    const today = now.toZonedDateTimeISO(this.config.hospitalZone).toPlainDate().toString();
    const isValid = isValidOn({ validFrom, validUntil }, today);
    return { id, patientId: personId, version, number, level, validFrom, validUntil, isValid, benefits };
  }
}
