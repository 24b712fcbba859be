import {
  Clock,
  isUniqueViolation,
  type Page,
  listPage,
  type ListQuery,
  Problem,
  requireVersion,
  stateChange,
  transact,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { profileFrom, type PartnerDefinition } from '../hl7/partner-profile.js';
import { PartnerProfiles } from './partner-profiles.js';
import { PartnerEntity } from './partner.entity.js';
import type { Definition, Partner } from './partners.dto.js';
import { PARTNERS } from './partners.list.js';

@Injectable()
export class PartnersService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly profiles: PartnerProfiles,
  ) {}

  async list(query: ListQuery): Promise<Page<Partner>> {
    const page = await listPage(this.source.createQueryBuilder(PartnerEntity, 'partner'), PARTNERS, query);
    return { ...page, items: page.items.map(present) };
  }

  /** @throws Problem 404 */
  async read(code: string): Promise<Partner> {
    const row = await this.source.manager.findOneBy(PartnerEntity, { code });
    if (!row) throw Problem.notFound('partner', code);
    return present(row);
  }

  /** @throws Problem 409 when the code or the sender has a partner already. */
  create(code: string, definition: PartnerDefinition): Promise<Partner> {
    return this.saving(async () => {
      const now = this.clock.now();
      const row = { code, definition: plain(definition), version: 1, createdAt: now, updatedAt: now };
      await transact(this.source, async (tx) => {
        await tx.insert(PartnerEntity, row);
        stateChange('partner', code, null, { definition: row.definition });
      });
      return row;
    });
  }

  /** @throws Problem 404; 412 when it changed since `version`; 409 when another partner has the sender. */
  replace(code: string, version: number, definition: PartnerDefinition): Promise<Partner> {
    return this.saving(() =>
      transact(this.source, async (tx) => {
        const row = await tx.findOne(PartnerEntity, { where: { code }, lock: { mode: 'pessimistic_write' } });
        if (!row) throw Problem.notFound('partner', code);
        requireVersion(row.version, version);
        const changed = { definition: plain(definition), version: version + 1, updatedAt: this.clock.now() };
        await tx.update(PartnerEntity, { code }, changed);
        stateChange('partner', code, { definition: row.definition }, { definition: changed.definition });
        return { ...row, ...changed };
      }),
    );
  }

  /** The next message is read with the change. */
  private async saving(work: () => Promise<PartnerEntity>): Promise<Partner> {
    try {
      const row = await work();
      await this.profiles.reload();
      return present(row);
    } catch (error) {
      if (isUniqueViolation(error, 'partner_pkey')) throw Problem.conflict('partner-exists');
      if (isUniqueViolation(error, 'partner_sender')) throw Problem.conflict('sender-taken');
      throw error;
    }
  }
}

/** Without the fields left out. */
const plain = (definition: PartnerDefinition): PartnerDefinition =>
  Object.fromEntries(Object.entries(definition).filter(([, value]) => value !== undefined));

function present(row: PartnerEntity): Partner {
  const { code, version } = row;
  const { code: _code, ...effective } = profileFrom(code, row.definition);
  return {
    code,
    definition: row.definition as Definition,
    effective: effective as Definition,
    version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
