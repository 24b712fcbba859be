import type { VoucherSource } from '#contracts';
import { Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a voucher is given for (CP-5), as far as this service can tell that it is there. */
@Injectable()
export class VoucherSources {
  /** A ticket is ours and must be there; of the others their own services know. @throws Problem 400 */
  async check(tx: EntityManager, source: VoucherSource, sourceId: string | null): Promise<void> {
    if (source !== 'ticket') return;
    if (sourceId === null) throw Problem.invalid([{ field: 'sourceId', code: 'source-needed' }]);
    const known = UUID.test(sourceId) ? await tx.query<unknown[]>(TICKET, [sourceId]) : [];
    if (known.length === 0) throw Problem.invalid([{ field: 'sourceId', code: 'ticket-unknown' }]);
  }
}

const TICKET = 'SELECT 1 FROM ticket WHERE id = $1::uuid';
