import { Clock, isUniqueViolation, Problem, requireVersion, stateChange, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Questionnaires } from '../questionnaires/questionnaires.service.js';
import { definitionIn, requireAskable } from './protocol-document.js';
import { ProtocolEntity } from './protocol.entity.js';
import type { ProtocolStatus } from './protocol.rules.js';
import type { NewProtocol, ProtocolDraft } from './protocols.dto.js';

/** The life of protocols (FU-5): draft → published → retired. Plans that run are not touched by any of it. */
@Injectable()
export class ProtocolDrafts {
  constructor(
    private readonly source: DataSource,
    private readonly questionnaires: Questionnaires,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400; 409 when the code is taken */
  add({ code, ...draft }: NewProtocol): Promise<ProtocolEntity> {
    const row = draftOf(code, 1, draft);
    return transact(this.source, async (tx) => {
      if (await tx.existsBy(ProtocolEntity, { code })) throw Problem.conflict('protocol-exists', { code });
      await insert(tx, row);
      return row;
    });
  }

  /** A draft of the next version, as the newest one is. @throws Problem 404; 409 when there is a draft */
  addVersion(code: string): Promise<ProtocolEntity> {
    return transact(this.source, async (tx) => {
      const newest = await tx.findOne(ProtocolEntity, { where: { code }, order: { version: 'DESC' } });
      if (!newest) throw Problem.notFound('protocol', code);
      if (newest.status === 'draft') throw draftExists(newest);
      const row = draftOf(code, newest.version + 1, newest);
      await insert(tx, row);
      return row;
    });
  }

  /** @throws Problem 400, 404; 409 unless it is a draft; 412 when it changed */
  change(code: string, version: number, revision: number, draft: ProtocolDraft): Promise<ProtocolEntity> {
    const definition = definitionIn(draft.definition);
    return transact(this.source, async (tx) => {
      const row = await lock(tx, code, version, revision, 'draft');
      const { nameZh, nameEn } = draft;
      return this.write(tx, row, { nameZh, nameEn, definition });
    });
  }

  /** New plans are made by it from now on; the version published before retires. @throws Problem 400, 404, 409, 412 */
  publish(code: string, version: number, revision: number): Promise<ProtocolEntity> {
    return transact(this.source, async (tx) => {
      const row = await lock(tx, code, version, revision, 'draft');
      await requireAskable(row.definition, (use) => this.questionnaires.canBeAsked(tx, use));
      const now = this.clock.now();
      for (const before of await tx.findBy(ProtocolEntity, { code, status: 'published' })) {
        await this.write(tx, before, { status: 'retired', retiredAt: now });
      }
      return this.write(tx, row, { status: 'published', publishedAt: now });
    });
  }

  /** It makes no plans any more; those it made run on. @throws Problem 404; 409 unless it is published; 412 */
  retire(code: string, version: number, revision: number): Promise<ProtocolEntity> {
    return transact(this.source, async (tx) => {
      const row = await lock(tx, code, version, revision, 'published');
      return this.write(tx, row, { status: 'retired', retiredAt: this.clock.now() });
    });
  }

  private async write(
    tx: EntityManager,
    row: ProtocolEntity,
    values: Partial<ProtocolEntity>,
  ): Promise<ProtocolEntity> {
    const { code, version } = row;
    const said = { ...values, revision: row.revision + 1 };
    await tx.update(ProtocolEntity, { code, version }, said);
    const before = Object.fromEntries(Object.keys(values).map((key) => [key, row[key as keyof ProtocolEntity]]));
    stateChange('protocol', `${code} ${version}`, before, values);
    return { ...row, ...said };
  }
}

function draftOf(code: string, version: number, { nameZh, nameEn, definition }: ProtocolDraft): ProtocolEntity {
  const document = definitionIn(definition);
  const life = { status: 'draft', revision: 1, publishedAt: null, retiredAt: null } as const;
  return { code, version, nameZh, nameEn, definition: document, ...life };
}

async function insert(tx: EntityManager, row: ProtocolEntity): Promise<void> {
  try {
    await tx.insert(ProtocolEntity, row);
  } catch (error) {
    // Somebody else was faster.
    if (isUniqueViolation(error)) throw draftExists(row);
    throw error;
  }
  const { nameZh, nameEn, definition } = row;
  stateChange('protocol', `${row.code} ${row.version}`, null, { nameZh, nameEn, definition });
}

function draftExists({ code, version }: ProtocolEntity): Problem {
  return Problem.conflict('protocol-draft-exists', { code, version }, { protocolVersion: version });
}

async function lock(
  tx: EntityManager,
  code: string,
  version: number,
  revision: number,
  status: ProtocolStatus,
): Promise<ProtocolEntity> {
  const row = await tx.findOne(ProtocolEntity, { where: { code, version }, lock: { mode: 'pessimistic_write' } });
  if (!row) throw Problem.notFound('protocol', `${code} ${version}`);
  if (row.status !== status) {
    throw Problem.conflict('protocol-status', { status: row.status, wanted: status }, { protocolStatus: row.status });
  }
  requireVersion(row.revision, revision);
  return row;
}
