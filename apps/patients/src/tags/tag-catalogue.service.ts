import { isUniqueViolation, listPage, Problem, requireVersion, stateChange, transact, type ListQuery } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Tag } from './tag.entity.js';
import type { NewTag, TagChange, TagPage } from './tags.dto.js';
import { TAGS } from './tags.list.js';

/** The catalogue of tags: administrators add, rename and retire; nothing is deleted, for people have them. */
@Injectable()
export class TagCatalogue {
  constructor(private readonly source: DataSource) {}

  list(query: ListQuery): Promise<TagPage> {
    return listPage(this.source.createQueryBuilder(Tag, 'tag'), TAGS, query);
  }

  /** @throws Problem 404 */
  async read(code: string): Promise<Tag> {
    const tag = await this.source.manager.findOneBy(Tag, { code });
    if (!tag) throw Problem.notFound('tag', code);
    return tag;
  }

  /** @throws Problem 409 */
  async add({ dimension, slug, zh, en }: NewTag): Promise<Tag> {
    const tag: Tag = { code: `${dimension}.${slug}`, dimension, zh, en, rule: null, version: 1, retired: false };
    try {
      await transact(this.source, async (tx) => {
        await tx.insert(Tag, tag);
        stateChange('tag', tag.code, null, tag);
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw Problem.conflict('tag-exists', { code: tag.code });
      throw error;
    }
    return tag;
  }

  /** @throws Problem 404, 412 */
  change(code: string, change: TagChange, expectedVersion: number): Promise<Tag> {
    return transact(this.source, async (tx) => {
      const tag = await tx.findOne(Tag, { where: { code }, lock: { mode: 'pessimistic_write' } });
      if (!tag) throw Problem.notFound('tag', code);
      requireVersion(tag.version, expectedVersion);
      const { zh = tag.zh, en = tag.en, retired = tag.retired } = change;
      const next: Tag = { ...tag, zh, en, retired, version: tag.version + 1 };
      await tx.update(Tag, { code }, { zh, en, retired, version: next.version });
      stateChange('tag', code, tag, next);
      return next;
    });
  }
}
