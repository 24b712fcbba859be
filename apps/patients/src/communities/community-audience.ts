import { Problem, type FieldFault } from '#platform';
import type { EntityManager } from 'typeorm';
import { Segment } from '../segments/segment.entity.js';
import { Tag } from '../tags/tag.entity.js';
import type { Community } from './community.entity.js';

type Audience = Pick<Community, 'tags' | 'icd10' | 'segmentId'>;

/** What is wrong with whom a community is for. */
export async function faultsOfAudience(tx: EntityManager, { tags, icd10, segmentId }: Audience): Promise<FieldFault[]> {
  if (tags.length + icd10.length === 0 && segmentId === null) return [{ field: 'tags', code: 'needs-audience' }];
  const known = new Set((await tx.find(Tag)).map(({ code }) => code));
  const unknown = tags.flatMap((tag, index) =>
    known.has(tag) ? [] : [{ field: `tags.${index}`, code: 'tag-unknown' }],
  );
  // Held until the community is written: a segment that is in use is not deleted, and one deleted just now is missing.
  const lock = { mode: 'for_key_share' as const };
  const segment = segmentId && (await tx.findOne(Segment, { where: { id: segmentId }, select: { id: true }, lock }));
  return segmentId === null || segment ? unknown : [...unknown, { field: 'segmentId', code: 'segment-missing' }];
}

export function refuse(faults: FieldFault[]): void {
  if (faults.length > 0) throw Problem.invalid(faults);
}

/** SQL: the beginnings of ICD-10 codes that a community (named `name`) is about, by its own and by its tags' rules. */
const codesOf = (name: string) => `
  SELECT unnest(${name}.icd10) AS code
  UNION SELECT jsonb_array_elements_text(tag.rule -> 'prefixes')
    FROM tag WHERE tag.code = ANY (${name}.tags) AND tag.rule ->> 'kind' = 'diagnosis'`;

/**
 * SQL: ids of the communities of the same disease as `one` (SQL of an id), open or closed, itself among them: they share
 * a tag or the segment, or one's ICD-10 codes begin with the other's.
 */
export function sameDisease(one: string): string {
  return `
    SELECT other.id FROM community mine JOIN community other ON other.id = mine.id OR other.tags && mine.tags
        OR other.segment_id = mine.segment_id OR EXISTS (
          SELECT FROM (${codesOf('mine')}) a JOIN (${codesOf('other')}) b
              ON starts_with(a.code, b.code) OR starts_with(b.code, a.code))
     WHERE mine.id = ${one}`;
}
