import { Problem, prepared } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ProtocolEntity } from './protocol.entity.js';
import { becauseOf, chooseProtocol, type Case } from './choice.rules.js';
import type { ProtocolDefinition, ProtocolVersion } from './protocol.rules.js';

/** The protocol of a new plan, and what of the case it was chosen for. */
export interface ChosenProtocol {
  protocol: ProtocolVersion;
  because: string;
}

@Injectable()
export class ProtocolsService {
  /** Published versions never change, so what was read once stays true. */
  private readonly definitions = new Map<string, ProtocolDefinition>();

  constructor(private readonly source: DataSource) {}

  list(): Promise<ProtocolEntity[]> {
    return this.source.manager.find(ProtocolEntity, { order: { code: 'ASC', version: 'DESC' } });
  }

  /** @throws Problem 404 */
  async read(code: string, version: number): Promise<ProtocolEntity> {
    const protocol = await this.source.manager.findOneBy(ProtocolEntity, { code, version });
    if (!protocol) throw Problem.notFound('protocol', `${code} ${version}`);
    return protocol;
  }

  /** The protocol a case is followed up by and why, or undefined when it is followed up by none (FU-5). */
  async chooseFor(tx: EntityManager, about: Case): Promise<ChosenProtocol | undefined> {
    const choice = chooseProtocol(await this.published(tx), about);
    return choice.chosen && { protocol: choice.chosen, because: becauseOf(choice) };
  }

  /** Every published version. */
  async published(tx: EntityManager): Promise<ProtocolVersion[]> {
    const versions = await prepared<Omit<ProtocolVersion, 'definition'>>(
      tx,
      'protocols.published',
      `SELECT code, version, status FROM protocol WHERE status = 'published'`,
      [],
    );
    return Promise.all(
      versions.map(async (each) => ({ ...each, definition: await this.definition(tx, each.code, each.version) })),
    );
  }

  /** What a published version prescribes, and so every running plan. */
  async definition(tx: EntityManager, code: string, version: number): Promise<ProtocolDefinition> {
    const key = `${code} ${version}`;
    const known = this.definitions.get(key);
    if (known) return known;
    const { definition } = await tx.findOneByOrFail(ProtocolEntity, { code, version });
    this.definitions.set(key, definition);
    return definition;
  }
}
