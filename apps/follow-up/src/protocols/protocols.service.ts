import { Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ProtocolEntity } from './protocol.entity.js';
import { chooseProtocol, type ProtocolDefinition, type ProtocolVersion } from './protocol.rules.js';

@Injectable()
export class ProtocolsService {
  /** Versions never change, so what was read once stays true. */
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

  /** The protocol a discharge of this class is followed up by, or undefined when it is followed up by none. */
  async chooseFor(
    tx: EntityManager,
    encounter: Parameters<typeof chooseProtocol>[1],
  ): Promise<ProtocolVersion | undefined> {
    const active: Omit<ProtocolVersion, 'definition'>[] = await tx.query(
      `SELECT code, version, status FROM protocol WHERE status = 'active'`,
    );
    const versions = active.map(async (each) => ({
      ...each,
      definition: await this.definition(tx, each.code, each.version),
    }));
    return chooseProtocol(await Promise.all(versions), encounter);
  }

  /** What a running plan prescribes. */
  async definition(tx: EntityManager, code: string, version: number): Promise<ProtocolDefinition> {
    const key = `${code} ${version}`;
    const known = this.definitions.get(key);
    if (known) return known;
    const { definition } = await tx.findOneByOrFail(ProtocolEntity, { code, version });
    this.definitions.set(key, definition);
    return definition;
  }
}
