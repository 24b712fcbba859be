import { prepared } from '#platform';
import type { EntityManager } from 'typeorm';

/** A community somebody is in. */
interface Joined {
  communityId: string;
  nameZh: string;
  nameEn: string;
  joinedAt: string;
  silentSince: string | null;
}

type Row = Omit<Joined, 'joinedAt' | 'silentSince'> & { joinedAt: Date; silentSince: Date | null };

/** The communities that a person, with these records, is in (PT-10), the last one joined first. */
export async function communitiesOf(target: EntityManager, records: string[]): Promise<Joined[]> {
  const rows = await prepared<Row>(target, 'patients.communities-of', JOINED, [records]);
  return rows.map(({ joinedAt, silentSince, ...community }) => ({
    ...community,
    joinedAt: joinedAt.toISOString(),
    silentSince: silentSince?.toISOString() ?? null,
  }));
}

const JOINED = `
  SELECT c.id AS "communityId", c.name_zh AS "nameZh", c.name_en AS "nameEn", m.joined_at AS "joinedAt",
         m.silent_since AS "silentSince"
    FROM community_member m JOIN community c ON c.id = m.community_id
   WHERE m.person_id = ANY ($1::uuid[]) AND m.left_at IS NULL AND m.doubles_id IS NULL
   ORDER BY m.joined_at DESC, m.id`;
