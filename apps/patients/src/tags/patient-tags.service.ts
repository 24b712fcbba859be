import { Clock, currentContext, listPage, newId, Problem, stateChange, transact, type ListQuery } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { descendantsOf, survivorsOf } from '../people/families.js';
import { PeopleStore } from '../people/people.store.js';
import { TagSettlement } from './tag-settlement.js';
import { Tag, TagWord } from './tag.entity.js';
import type { NewTagWord, PatientTag, PatientTags, PatientTagWord, PatientTagWordPage } from './tags.dto.js';
import { TAG_WORD_LIST } from './tags.list.js';

/** Tags of one person: what was said by hand, and what stands now (PT-4). */
@Injectable()
export class PatientTagging {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly settlement: TagSettlement,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400, 404, 409 */
  say(id: string, { tag: code, says, reason }: NewTagWord): Promise<PatientTags> {
    return transact(this.source, async (tx) => {
      const person = (await this.people.lock(tx, { identifiers: [] }, [id])).live(id);
      if (!person) throw Problem.notFound('patient', id);
      const tag = await tx.findOneBy(Tag, { code });
      if (!tag) throw Problem.invalid([{ field: 'tag', code: 'tag-unknown' }]);
      if (tag.retired && says === 'applies') throw Problem.conflict('tag-retired', { code });
      const now = this.clock.now();
      const word = {
        id: newId(),
        personId: person.id,
        tag: code,
        says,
        origin: 'hand' as const,
        reason: reason ?? null,
      };
      await tx.insert(TagWord, { ...word, recordedAt: now, recordedBy: currentContext()?.actor?.id ?? null });
      const before = await this.current(person.id, tx);
      await this.settlement.settle(tx, person.id, now);
      const after = await this.current(person.id, tx);
      stateChange('patient', person.id, { tags: codesOf(before) }, { tags: codesOf(after) });
      return after;
    });
  }

  /** @throws Problem 404 */
  async current(id: string, tx: EntityManager = this.source.manager): Promise<PatientTags> {
    const rows: { items: PatientTag[] }[] = await tx.query(CURRENT, [id]);
    const [found] = rows;
    if (!found) throw Problem.notFound('patient', id);
    return { items: found.items.map((item) => ({ ...item, since: new Date(item.since).toISOString() })) };
  }

  /** @throws Problem 404 */
  async history(id: string, query: ListQuery): Promise<PatientTagWordPage> {
    const words = this.source
      .createQueryBuilder(TagWord, 'word')
      .where(`word.person_id IN (SELECT id FROM (${FAMILY}) family)`, { id });
    const page = await listPage(words, TAG_WORD_LIST, query);
    if (page.items.length === 0) await this.current(id);
    return { items: page.items.map(presentWord), nextCursor: page.nextCursor };
  }
}

const FAMILY = descendantsOf(survivorsOf('SELECT :id::uuid AS id'));

/** The word that a tag stands by: the last one by hand if it says so, else the last one of its rule. */
const CURRENT = `
  SELECT coalesce((
    SELECT jsonb_agg(jsonb_build_object('code', tag.code, 'dimension', tag.dimension, 'zh', tag.zh, 'en', tag.en,
             'by', CASE WHEN hand.says = 'applies' THEN 'hand' ELSE 'rule' END,
             'since', CASE WHEN hand.says = 'applies' THEN hand.recorded_at ELSE ruled.recorded_at END,
             'recordedBy', CASE WHEN hand.says = 'applies' THEN hand.recorded_by END) ORDER BY tag.code)
      FROM tag
      LEFT JOIN LATERAL (${lastWord('hand')}) hand ON true
      LEFT JOIN LATERAL (${lastWord('rule')}) ruled ON true
     WHERE tag.code = ANY (t.tags)), '[]') AS items
    FROM person_tagging t WHERE t.person_id IN (${survivorsOf('SELECT $1::uuid AS id')})`;

function lastWord(origin: TagWord['origin']): string {
  return `SELECT w.says, w.recorded_at, w.recorded_by FROM person_tag_word w
    WHERE w.tag = tag.code AND w.origin = '${origin}'
      AND w.person_id IN (SELECT id FROM (${descendantsOf('SELECT t.person_id AS id')}) d)
    ORDER BY w.recorded_at DESC, w.id DESC LIMIT 1`;
}

function codesOf({ items }: PatientTags): string[] {
  return items.map(({ code }) => code);
}

function presentWord({ personId: patientId, recordedAt, ...word }: TagWord): PatientTagWord {
  return { ...word, patientId, recordedAt: recordedAt.toISOString() };
}
