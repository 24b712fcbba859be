import {
  Clock,
  currentContext,
  listPage,
  newId,
  Problem,
  requireVersion,
  stateChange,
  transact,
  type ListQuery,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { Community } from '../communities/community.entity.js';
import type { PatientPage } from '../people/patient.dto.js';
import { SegmentReadings } from './segment-readings.js';
import { Segment as SegmentRow } from './segment.entity.js';
import type { NewSegment, Segment, SegmentChange, SegmentPage, SegmentPreview } from './segments.dto.js';
import { SEGMENTS } from './segments.list.js';

const PREVIEWED = 20;

/** Saved filters over people (PT-4). */
@Injectable()
export class Segments {
  constructor(
    private readonly source: DataSource,
    private readonly readings: SegmentReadings,
    private readonly clock: Clock,
  ) {}

  async list(query: ListQuery): Promise<SegmentPage> {
    const page = await listPage(this.source.createQueryBuilder(SegmentRow, 'segment'), SEGMENTS, query);
    return { ...page, items: page.items.map(present) };
  }

  /** @throws Problem 404 */
  async read(id: string): Promise<Segment> {
    return present(await this.find(id));
  }

  /** @throws Problem 400 */
  async add({ name, filter }: NewSegment): Promise<Segment> {
    this.readings.check(filter);
    const now = this.clock.now();
    const createdBy = currentContext()?.actor?.id ?? null;
    const row: SegmentRow = { id: newId(), name, filter, version: 1, createdBy, createdAt: now, updatedAt: now };
    await transact(this.source, async (tx) => {
      await tx.insert(SegmentRow, row);
      stateChange('segment', row.id, null, { name, filter });
    });
    return present(row);
  }

  /** @throws Problem 400, 404, 412 */
  change(id: string, { name, filter }: SegmentChange, expectedVersion: number): Promise<Segment> {
    if (filter !== undefined) this.readings.check(filter);
    return transact(this.source, async (tx) => {
      const row = await this.lock(tx, id, expectedVersion);
      const said = { name: name ?? row.name, filter: filter ?? row.filter };
      const values = { ...said, version: row.version + 1, updatedAt: this.clock.now() };
      await tx.update(SegmentRow, { id }, values);
      stateChange('segment', id, { name: row.name, filter: row.filter }, said);
      return present({ ...row, ...values });
    });
  }

  /** @throws Problem 404, 409 when open communities are for it, 412 */
  remove(id: string, expectedVersion: number): Promise<void> {
    return transact(this.source, async (tx) => {
      const { name, filter } = await this.lock(tx, id, expectedVersion);
      const communities = await tx.find(Community, {
        select: { id: true, nameZh: true, nameEn: true },
        where: { segmentId: id, closedAt: IsNull() },
        order: { id: 'ASC' },
      });
      if (communities.length > 0) throw Problem.conflict('segment-in-use', {}, { communities });
      await tx.delete(SegmentRow, { id });
      stateChange('segment', id, { name, filter }, null);
    });
  }

  /** @throws Problem 404 */
  async count(id: string): Promise<number> {
    return this.readings.count(this.readings.check((await this.find(id)).filter));
  }

  /** @throws Problem 400, 403, 404 */
  async members(id: string, query: ListQuery): Promise<PatientPage> {
    return this.readings.page(this.readings.check((await this.find(id)).filter), query);
  }

  /** @throws Problem 400, 403 */
  async preview(filter: unknown): Promise<SegmentPreview> {
    const checked = this.readings.check(filter);
    const { items } = await this.readings.page(checked, { limit: PREVIEWED });
    return { count: await this.readings.count(checked), items };
  }

  private async find(id: string): Promise<SegmentRow> {
    const row = await this.source.manager.findOneBy(SegmentRow, { id });
    if (!row) throw Problem.notFound('segment', id);
    return row;
  }

  private async lock(tx: EntityManager, id: string, expectedVersion: number): Promise<SegmentRow> {
    const row = await tx.findOne(SegmentRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw Problem.notFound('segment', id);
    requireVersion(row.version, expectedVersion);
    return row;
  }
}

function present({ createdAt, updatedAt, ...row }: SegmentRow): Segment {
  return { ...row, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
