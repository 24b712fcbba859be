import { Clock, ServiceConfig, type ReadPart } from '#platform';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { MembershipCard } from './card.entity.js';
import { isValidOn } from './card.rules.js';
import type { MembershipCardView } from './cards.dto.js';

export type CardRow = Omit<MembershipCard, 'createdAt' | 'updatedAt'>;

/** Those of the records in `$1`, the one issued last first. */
export const CARDS_OF_RECORDS: ReadPart = {
  sql: `SELECT id, person_id AS "personId", version, number, level, valid_from AS "validFrom",
               valid_until AS "validUntil", benefits
          FROM membership_card WHERE person_id = ANY ($1::uuid[]) ORDER BY id DESC`,
};

/** Shows cards as they stand today. */
@Injectable()
export class CardQueries {
  constructor(
    private readonly config: ServiceConfig,
    private readonly clock: Clock,
  ) {}

  viewOf({ id, personId, version, number, level, validFrom, validUntil, benefits }: CardRow): MembershipCardView {
    const now = Temporal.Instant.from(this.clock.now().toISOString());
    const today = now.toZonedDateTimeISO(this.config.hospitalZone).toPlainDate().toString();
    const isValid = isValidOn({ validFrom, validUntil }, today);
    return { id, patientId: personId, version, number, level, validFrom, validUntil, isValid, benefits };
  }
}
