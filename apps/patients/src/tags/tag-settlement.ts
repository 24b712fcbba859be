import { PersonTaggedV1, PersonUntaggedV1 } from '#contracts';
import { Outbox, type Draft } from '#event-bus';
import { newId, prepared } from '#platform';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { PatientsConfig } from '../patients.config.js';
import { descendantsOf, survivorsOf } from '../people/families.js';
import { Tag } from './tag.entity.js';
import { districtOf, nextBirthday, tagsOf, type TagFacts, type TagSaying } from './tag.rules.js';

interface Tagged extends TagFacts {
  id: string;
  tags: string[];
  words: { tag: string; says: TagSaying }[];
  /** The tags that the records merged into it since had. */
  merged: string[][];
}

interface Settled {
  person: Tagged;
  tags: string[];
  dueAt: Date | null;
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
  settle(tx: EntityManager, id: string, now: Date): Promise<void> {
    return this.settleAll(tx, [id], now);
  }

  /** The same of many people at once: as many statements as for one. @param ids of any of their records */
  async settleAll(tx: EntityManager, ids: string[], now: Date): Promise<void> {
    if (ids.length === 0) return;
    await tx.query(LOCK, [ids]);
    // Planned each time: a plan that was kept from when the tables were small would read them whole.
    const people: Tagged[] = await tx.query(FACTS, [ids]);
    if (people.length === 0) return;
    // Until we commit no rule changes: its review would pass whom we are about to tag by the old one.
    const catalogue = await tx.find(Tag, { order: { code: 'ASC' }, lock: { mode: 'for_key_share' } });
    const today = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(this.config.hospitalZone).toPlainDate();
    const settled = people.map((person) => this.settled(person, catalogue, today));
    await this.write(tx, settled);
    const words = settled.flatMap((each) => wordsOf(each, now));
    if (words.length > 0) await tx.query(RECORD, [JSON.stringify(words)]);
    await this.outbox.appendAll(tx, settled.flatMap(told));
  }

  private settled(person: Tagged, catalogue: Tag[], today: Temporal.PlainDate): Settled {
    const words = new Map(person.words.map(({ tag, says }) => [tag, says]));
    const tags = tagsOf(person, catalogue, words, new Set(person.tags), { region: this.region(), today });
    const byHand = new Set(person.words.filter(({ says }) => says !== 'by-rule').map(({ tag }) => tag));
    return { person, tags, dueAt: this.dueAt(person, today), byHand };
  }

  private async write(tx: EntityManager, settled: Settled[]): Promise<void> {
    const rows = settled.map(({ person, tags, dueAt }) => {
      return { person_id: person.id, tags, district: districtOf(person.address), due_at: dueAt };
    });
    await prepared(tx, 'tags.write', WRITE, [JSON.stringify(rows)]);
    const joined = settled.filter(({ person }) => person.merged.length > 0).map(({ person }) => person.id);
    if (joined.length > 0) await tx.query(EMPTY_MERGED, [joined]);
  }

  private region(): string[] {
    return this.config.hospitalRegion === '' ? [] : this.config.hospitalRegion.split('/');
  }

  private dueAt({ birthDate, deceased }: TagFacts, today: Temporal.PlainDate): Date | null {
    const birthday = deceased ? null : nextBirthday(birthDate, today);
    return birthday && new Date(birthday.toZonedDateTime(this.config.hospitalZone).epochMilliseconds);
  }
}

/** In one order, so that two who settle the same people wait for each other and not in a circle. */
const LOCK = `
  SELECT 1 FROM person_tagging t
   WHERE t.person_id IN (${survivorsOf('SELECT unnest($1::uuid[]) AS id')}) ORDER BY t.person_id FOR UPDATE`;

/** Row by row by the index (OFFSET 0), as in `families.ts`: the planner takes a recursion for a large set. */
const FACTS = `
  SELECT p.id, p.birth_date AS "birthDate", p.deceased, p.address, t.tags, f.*,
         (SELECT nullif(l.stage, 'none') FROM person_lifecycle l WHERE l.person_id = p.id) AS stage
    FROM (SELECT DISTINCT id FROM (${survivorsOf('SELECT unnest($1::uuid[]) AS id')}) s) living
    CROSS JOIN LATERAL (SELECT * FROM person WHERE id = living.id OFFSET 0) p
    CROSS JOIN LATERAL (SELECT tags FROM person_tagging WHERE person_id = living.id OFFSET 0) t
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
   ORDER BY p.id`;

const WRITE = `
  UPDATE person_tagging t SET tags = r.tags, district = r.district, due_at = r.due_at
    FROM json_populate_recordset(NULL::person_tagging, $1::json) r WHERE t.person_id = r.person_id`;

const RECORD = `
  INSERT INTO person_tag_word (id, person_id, tag, says, origin, recorded_at)
  SELECT id, person_id, tag, says, origin, recorded_at FROM json_populate_recordset(NULL::person_tag_word, $1::json)`;

const EMPTY_MERGED = `
  UPDATE person_tagging SET tags = '{}' WHERE tags <> '{}'
     AND person_id IN (SELECT id FROM (${descendantsOf('SELECT unnest($1::uuid[]) AS id')}) d WHERE id <> root)`;

/** What is different for somebody who knew one of these sets. */
function changes(tags: string[], known: string[][]): { gained: string[]; lost: string[] } {
  const lost = [...new Set(known.flat())].filter((tag) => !tags.includes(tag));
  return { gained: tags.filter((tag) => known.some((each) => !each.includes(tag))), lost };
}

/** What rules gave and took of the living record; words by hand are on record already. */
function wordsOf({ person, tags, byHand }: Settled, now: Date) {
  const { gained, lost } = changes(tags, [person.tags]);
  const said = [...gained, ...lost].filter((tag) => !byHand.has(tag));
  return said.map((tag) => ({
    id: newId(),
    person_id: person.id,
    tag,
    says: gained.includes(tag) ? 'applies' : 'does-not-apply',
    origin: 'rule',
    recorded_at: now,
  }));
}

function told({ person, tags, byHand }: Settled): Draft[] {
  const { gained, lost } = changes(tags, [person.tags, ...person.merged]);
  const patientId = person.id;
  return (['hand', 'rule'] as const).flatMap((by) => {
    const mine = (tags: string[]) => tags.filter((tag) => byHand.has(tag) === (by === 'hand'));
    const [untagged, tagged] = [mine(lost), mine(gained)];
    return [
      ...(untagged.length > 0 ? [{ type: PersonUntaggedV1, data: { patientId, tags: untagged, by } }] : []),
      ...(tagged.length > 0 ? [{ type: PersonTaggedV1, data: { patientId, tags: tagged, by } }] : []),
    ];
  });
}
