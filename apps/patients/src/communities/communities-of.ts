import type { ReadPart } from '#platform';

/** A community somebody is in. */
interface Joined {
  communityId: string;
  nameZh: string;
  nameEn: string;
  joinedAt: string;
  silentSince: string | null;
}

export type JoinedRow = Omit<Joined, 'joinedAt' | 'silentSince'> & { joinedAt: Date; silentSince: Date | null };

export function joinedOf({ joinedAt, silentSince, ...community }: JoinedRow): Joined {
  return { ...community, joinedAt: joinedAt.toISOString(), silentSince: silentSince?.toISOString() ?? null };
}

/** The communities that a person, with the records in `$1`, is in (PT-10), the last one joined first. */
export const COMMUNITIES_OF_RECORDS: ReadPart = {
  instants: ['joinedAt', 'silentSince'],
  sql: `
  SELECT c.id AS "communityId", c.name_zh AS "nameZh", c.name_en AS "nameEn", m.joined_at AS "joinedAt",
         m.silent_since AS "silentSince"
    FROM community_member m JOIN community c ON c.id = m.community_id
   WHERE m.person_id = ANY ($1::uuid[]) AND m.left_at IS NULL AND m.doubles_id IS NULL
   ORDER BY m.joined_at DESC, m.id`,
};
