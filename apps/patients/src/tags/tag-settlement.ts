import { PersonTaggedV1, PersonUntaggedV1 } from '#contracts';
import { Outbox, type Draft } from '#event-bus';
import { newId } from '#platform';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { PatientsConfig } from '../patients.config.js';
import { descendantsOf, survivorsOf } from '../people/families.js';
import { Tag, TagWord } from './tag.entity.js';
import { districtOf, nextBirthday, tagsOf, type TagFacts, type TagSaying } from './tag.rules.js';

interface Tagged extends TagFacts {
  id: string;
  tags: string[];
  words: { tag: string; says: TagSaying }[];
  /** The tags that the records merged into it since had. */
  merged: string[][];
}

interface Settled {
  gained: string[];
  lost: string[];
  byHand: ReadonlySet<string>;
}

/** Brings the tags of a person up to date with every word, visit and fact of the record and those merged into it. */
@Injectable()
export class TagSettlement {
  constructor(
    private readonly outbox: Outbox,
    private readonly config: PatientsConfig,
  ) {}

  /** @param id of any record of the person; locks the tags of the living one. */
  async settle(tx: EntityManager, id: string, now: Date): Promise<void> {
    await tx.query(LOCK, [id]);
    const [person]: Tagged[] = await tx.query(FACTS, [id]);
    if (!person) return;
    const today = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(this.config.hospitalZone).toPlainDate();
    const words = new Map(person.words.map(({ tag, says }) => [tag, says]));
    const place = { region: this.region(), today };
    const tags = tagsOf(person, await tx.find(Tag), words, new Set(person.tags), place);
    await tx.query(WRITE, [person.id, tags, districtOf(person.address), this.dueAt(person, today)]);
    if (person.merged.length > 0) await tx.query(EMPTY_MERGED, [person.id]);
    const byHand = new Set(person.words.filter(({ says }) => says !== 'by-rule').map(({ tag }) => tag));
    const settled = { ...changes(tags, [person.tags, ...person.merged]), byHand };
    await this.record(tx, person, tags, settled, now);
    await this.outbox.appendAll(tx, told(person.id, settled));
  }

  private region(): string[] {
    return this.config.hospitalRegion === '' ? [] : this.config.hospitalRegion.split('/');
  }

  private dueAt({ birthDate, deceased }: TagFacts, today: Temporal.PlainDate): Date | null {
    const birthday = deceased ? null : nextBirthday(birthDate, today);
    return birthday && new Date(birthday.toZonedDateTime(this.config.hospitalZone).epochMilliseconds);
  }

  /** What rules gave and took of the living record; words by hand are on record already. */
  private async record(tx: EntityManager, person: Tagged, tags: string[], { byHand }: Settled, now: Date) {
    const { gained, lost } = changes(tags, [person.tags]);
    const said = [...gained, ...lost].filter((tag) => !byHand.has(tag));
    if (said.length === 0) return;
    const rows = said.map((tag) => ({
      id: newId(),
      personId: person.id,
      tag,
      says: gained.includes(tag) ? ('applies' as const) : ('does-not-apply' as const),
      origin: 'rule' as const,
      reason: null,
      recordedAt: now,
      recordedBy: null,
    }));
    await tx.insert(TagWord, rows);
  }
}

const LOCK = `
  SELECT 1 FROM person_tagging WHERE person_id IN (${survivorsOf('SELECT $1::uuid AS id')}) FOR UPDATE`;

const FACTS = `
  SELECT p.id, p.birth_date AS "birthDate", p.deceased, p.address, t.tags, f.*
    FROM person p JOIN person_tagging t ON t.person_id = p.id
    CROSS JOIN LATERAL (
      WITH family AS MATERIALIZED (SELECT id FROM (${descendantsOf('SELECT p.id AS id')}) d)
      SELECT
        (SELECT coalesce(jsonb_agg(jsonb_build_object('tag', tag, 'says', says)), '[]') FROM (
           SELECT DISTINCT ON (w.tag) w.tag, w.says FROM person_tag_word w
            WHERE w.person_id IN (SELECT id FROM family) AND w.origin = 'hand'
            ORDER BY w.tag, w.recorded_at DESC, w.id DESC) last) AS words,
        (SELECT coalesce(array_agg(DISTINCT upper(d ->> 'code')), '{}')
           FROM encounter e CROSS JOIN LATERAL jsonb_array_elements(e.diagnoses) d
          WHERE e.patient_id IN (SELECT id FROM family) AND e.status <> 'cancelled' AND d ->> 'code' <> ''
        ) AS "diagnosisCodes",
        (SELECT count(*)::int FROM encounter e
          WHERE e.patient_id IN (SELECT id FROM family) AND e.status IN ('in-progress', 'finished')) AS visits,
        (SELECT coalesce(jsonb_agg(m.tags), '[]') FROM person_tagging m
          WHERE m.person_id IN (SELECT id FROM family WHERE id <> p.id) AND m.tags <> '{}') AS merged
    ) f
   WHERE p.id IN (${survivorsOf('SELECT $1::uuid AS id')})`;

const WRITE = 'UPDATE person_tagging SET tags = $2, district = $3, due_at = $4 WHERE person_id = $1';

const EMPTY_MERGED = `
  UPDATE person_tagging SET tags = '{}' WHERE tags <> '{}' AND person_id <> $1
     AND person_id IN (SELECT id FROM (${descendantsOf('SELECT $1::uuid AS id')}) d)`;

/** What is different for somebody who knew one of these sets. */
function changes(tags: string[], known: string[][]): { gained: string[]; lost: string[] } {
  const lost = [...new Set(known.flat())].filter((tag) => !tags.includes(tag));
  return { gained: tags.filter((tag) => known.some((each) => !each.includes(tag))), lost };
}

function told(patientId: string, { gained, lost, byHand }: Settled): Draft[] {
  return (['hand', 'rule'] as const).flatMap((by) => {
    const mine = (tags: string[]) => tags.filter((tag) => byHand.has(tag) === (by === 'hand'));
    const [untagged, tagged] = [mine(lost), mine(gained)];
    return [
      ...(untagged.length > 0 ? [{ type: PersonUntaggedV1, data: { patientId, tags: untagged, by } }] : []),
      ...(tagged.length > 0 ? [{ type: PersonTaggedV1, data: { patientId, tags: tagged, by } }] : []),
    ];
  });
}
