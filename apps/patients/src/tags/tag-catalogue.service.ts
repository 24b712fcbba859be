import { isDeepStrictEqual } from 'node:util';
import {
  isUniqueViolation,
  Jobs,
  listPage,
  Problem,
  requireVersion,
  stateChange,
  transact,
  type ListQuery,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { beginReview } from './tag-review.job.js';
import { readTagRule, type RuledNeighbour } from './tag-rule-faults.rules.js';
import { Tag } from './tag.entity.js';
import type { TagDimension, TagRule } from './tag.rules.js';
import type { CatalogueTag, NewTag, TagChange, TagPage } from './tags.dto.js';
import { TAGS } from './tags.list.js';

/**
 * The catalogue of tags: administrators add, rename and retire, and say by which rule a tag is given; nothing is
 * deleted, for people have them.
 */
@Injectable()
export class TagCatalogue {
  constructor(
    private readonly source: DataSource,
    private readonly jobs: Jobs,
  ) {}

  async list(query: ListQuery): Promise<TagPage> {
    const page = await listPage(this.source.createQueryBuilder(Tag, 'tag'), TAGS, query);
    return { ...page, items: page.items.map(present) };
  }

  /** @throws Problem 404 */
  async read(code: string): Promise<CatalogueTag> {
    const tag = await this.source.manager.findOneBy(Tag, { code });
    if (!tag) throw Problem.notFound('tag', code);
    return present(tag);
  }

  /** @throws Problem 400, 409 */
  async add({ dimension, slug, zh, en, rule: given }: NewTag): Promise<CatalogueTag> {
    const code = `${dimension}.${slug}`;
    try {
      return await transact(this.source, async (tx) => {
        const rule = given ? await this.ruleOf(tx, given, { code, dimension }) : null;
        const said = { code, dimension, zh, en, rule, version: 1, retired: false };
        await tx.insert(Tag, { ...said, reviewDone: 0 });
        stateChange('tag', code, null, said);
        return this.reviewed(tx, code, rule !== null);
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw Problem.conflict('tag-exists', { code });
      throw error;
    }
  }

  /** @throws Problem 400, 404, 412 */
  change(code: string, change: TagChange, expectedVersion: number): Promise<CatalogueTag> {
    return transact(this.source, async (tx) => {
      const tag = await tx.findOne(Tag, { where: { code }, lock: { mode: 'pessimistic_write' } });
      if (!tag) throw Problem.notFound('tag', code);
      requireVersion(tag.version, expectedVersion);
      const { zh = tag.zh, en = tag.en, retired = tag.retired } = change;
      const isBack = tag.retired && !retired;
      const rule = await this.ruleAfter(tx, tag, change.rule, isBack);
      const said = { zh, en, retired, rule, version: tag.version + 1 };
      await tx.update(Tag, { code }, said);
      stateChange('tag', code, definition(tag), definition({ ...tag, ...said }));
      return this.reviewed(tx, code, !isDeepStrictEqual(rule, tag.rule) || (isBack && rule !== null));
    });
  }

  /** @param given undefined: as it is, but looked at again when the tag is in use again. @throws Problem 400 */
  private async ruleAfter(
    tx: EntityManager,
    tag: Tag,
    given: object | null | undefined,
    isBack: boolean,
  ): Promise<TagRule | null> {
    if (tag.rule?.kind === 'stage') {
      const isKept = given === undefined || isDeepStrictEqual(given, tag.rule);
      if (!isKept) throw Problem.invalid([{ field: 'rule', code: 'tag-rule-of-platform' }]);
      return tag.rule;
    }
    const said = given === undefined && isBack ? tag.rule : given;
    return said === undefined ? tag.rule : said && this.ruleOf(tx, said, tag);
  }

  /** One change of rules at a time: of two bands at once each would not see the other. @throws Problem 400 */
  private async ruleOf(
    tx: EntityManager,
    given: object,
    { code, dimension }: { code: string; dimension: TagDimension },
  ): Promise<TagRule> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('tag_rules'))`);
    const neighbours: RuledNeighbour[] = await tx.query(
      'SELECT code, rule FROM tag WHERE dimension = $1 AND code <> $2 AND rule IS NOT NULL AND NOT retired ORDER BY code',
      [dimension, code],
    );
    const read = readTagRule(given, neighbours);
    if ('faults' in read) throw Problem.invalid(read.faults);
    return read.rule;
  }

  private async reviewed(tx: EntityManager, code: string, isNeeded: boolean): Promise<CatalogueTag> {
    if (isNeeded) await beginReview(tx, this.jobs, code);
    return present(await tx.findOneByOrFail(Tag, { code }));
  }
}

function definition({ reviewId: _id, reviewTotal: _total, reviewDone: _done, ...tag }: Tag): object {
  return tag;
}

function present({ reviewId, reviewTotal, reviewDone, ...tag }: Tag): CatalogueTag {
  return { ...tag, review: reviewId === null ? null : { total: reviewTotal, done: reviewDone } };
}
