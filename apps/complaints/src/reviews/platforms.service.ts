import {
  Clock,
  isUniqueViolation,
  listPage,
  Problem,
  requireVersion,
  stateChange,
  transact,
  type ListQuery,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { NewPlatform, PlatformChange, PlatformPage, PlatformView } from './patrols.dto.js';
import { ReviewPlatform } from './review-platform.entity.js';
import { PLATFORMS } from './reviews.list.js';

/** The platforms that are looked through: the hospital's own data (CP-6). */
@Injectable()
export class Platforms {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(query: ListQuery): Promise<PlatformPage> {
    const page = await listPage(this.source.createQueryBuilder(ReviewPlatform, 'platform'), PLATFORMS, query);
    return { ...page, items: page.items.map(presentPlatform) };
  }

  /** Looked through from today on. @throws Problem 409 */
  async add({ code, nameZh, nameEn, url = null }: NewPlatform): Promise<PlatformView> {
    const platform: ReviewPlatform = {
      ...{ code, version: 1, nameZh, nameEn, url, active: true },
      patrolDueAt: this.clock.now(),
    };
    try {
      await transact(this.source, async (tx) => {
        await tx.insert(ReviewPlatform, platform);
        stateChange('review-platform', code, null, presentPlatform(platform));
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw Problem.conflict('platform-taken');
      throw error;
    }
    return presentPlatform(platform);
  }

  /** @throws Problem 404, 412 */
  change(code: string, change: PlatformChange, expected: number): Promise<PlatformView> {
    return transact(this.source, async (tx) => {
      const platform = await tx.findOne(ReviewPlatform, { where: { code }, lock: { mode: 'for_no_key_update' } });
      if (!platform) throw Problem.notFound('review-platform', code);
      requireVersion(platform.version, expected);
      const stated = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const active = change.active ?? platform.active;
      const patrolDueAt = active ? (platform.patrolDueAt ?? this.clock.now()) : null;
      const values = { ...stated, patrolDueAt, version: platform.version + 1 };
      await tx.update(ReviewPlatform, { code }, values);
      const changed = presentPlatform({ ...platform, ...values });
      stateChange('review-platform', code, presentPlatform(platform), changed);
      return changed;
    });
  }
}

function presentPlatform({ patrolDueAt: _patrolDueAt, ...view }: ReviewPlatform): PlatformView {
  return view;
}
