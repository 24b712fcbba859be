import { Clock, currentContext, newId, Problem, stateChange, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PatientsConfig } from '../patients.config.js';
import { descendantsOf, survivorsOf } from '../people/families.js';
import type { ActivitiesResult, ActivityResult, NewActivity, Refusal, RefusedActivity } from './activities.dto.js';
import { CommunityAccess } from './community-access.js';

interface Stay {
  id: string;
  personId: string;
  externalUserId: string | null;
  joinedAt: Date;
  leftAt: Date | null;
  doublesId: string | null;
}

interface Heard {
  id: string;
  stay: Stay;
  at: Date;
  said: NewActivity;
}

/** What is heard of members, as it comes: one by one or as an export of the group, late, twice, in any order (PT-10). */
@Injectable()
export class Activities {
  constructor(
    private readonly source: DataSource,
    private readonly access: CommunityAccess,
    private readonly clock: Clock,
    private readonly config: PatientsConfig,
  ) {}

  /** @throws Problem 400, 403, 404, 409 */
  record(communityId: string, activity: NewActivity): Promise<ActivityResult> {
    return transact(this.source, async (tx) => {
      await this.access.take(tx, communityId);
      const { heard, refused } = await this.read(tx, communityId, [activity]);
      const [one] = heard;
      if (!one) throw problemOf(refused[0]?.code);
      const written = await this.write(tx, communityId, heard);
      const { id: membershipId, personId } = one.stay;
      if (written > 0) stateChange('patient', personId, null, { membershipId, kind: activity.kind, at: activity.at });
      return { membershipId, isRepeat: written === 0 };
    });
  }

  /** What cannot be recorded loses nothing else. @throws Problem 403, 404, 409 */
  recordAll(communityId: string, activities: NewActivity[]): Promise<ActivitiesResult> {
    return transact(this.source, async (tx) => {
      await this.access.take(tx, communityId);
      const { heard, refused } = await this.read(tx, communityId, activities);
      const recorded = await this.write(tx, communityId, heard);
      stateChange('community', communityId, null, { activities: recorded, refused: refused.length });
      return { recorded, repeated: heard.length - recorded, refused };
    });
  }

  /** Whose each is: of the stays of a person the one it happened in. */
  private async read(tx: EntityManager, communityId: string, activities: NewActivity[]) {
    const stays: Stay[] = await tx.query(STAYS, [communityId]);
    const roots = await rootsOf(tx, [...stays.map(({ personId }) => personId), ...patientsIn(activities)]);
    const now = this.clock.now();
    const [heard, refused]: [Heard[], RefusedActivity[]] = [[], []];
    activities.forEach((said, index) => {
      const at = new Date(said.at);
      const stay = at > now ? 'in-the-future' : stayOf(said, at, stays, roots);
      if (typeof stay === 'string') refused.push({ index, code: stay });
      else heard.push({ id: newId(), stay, at, said });
    });
    return { heard, refused };
  }

  /** @returns how many were new */
  private async write(tx: EntityManager, communityId: string, heard: Heard[]): Promise<number> {
    const written: { memberId: string; at: Date }[] = await tx.query(ADD, [
      communityId,
      heard.map(({ id }) => id),
      heard.map(({ stay }) => stay.id),
      heard.map(({ said }) => said.kind),
      heard.map(({ at }) => at),
      heard.map(({ said }) => said.externalId ?? null),
      this.clock.now(),
      currentContext()?.actor?.id ?? null,
    ]);
    const counted = new Map(heard.map(({ stay }) => [stay.id, stay.doublesId ?? stay.id]));
    const signs = written.flatMap(({ memberId, at }) =>
      [...new Set([memberId, counted.get(memberId) ?? memberId])].map((id) => ({ id, at })),
    );
    await tx.query(HEARD, [
      signs.map(({ id }) => id),
      signs.map(({ at }) => at),
      `${this.config.communitySilentHours} hours`,
    ]);
    return written.length;
  }
}

function problemOf(refusal: Refusal | undefined): Problem {
  if (refusal === 'in-the-future') return Problem.invalid([{ field: 'at', code: 'in-the-future' }]);
  if (refusal === 'one-of-member') return Problem.invalid([{ field: 'patientId', code: 'one-of-member' }]);
  return Problem.invalid([{ field: 'patientId', code: 'not-a-member' }]);
}

function stayOf(
  { patientId, externalUserId }: NewActivity,
  at: Date,
  stays: Stay[],
  roots: ReadonlyMap<string, string>,
): Stay | Refusal {
  if ((patientId === undefined) === (externalUserId === undefined)) return 'one-of-member';
  const root = patientId === undefined ? undefined : roots.get(patientId);
  const theirs = stays
    .filter((stay) => (root === undefined ? stay.externalUserId === externalUserId : roots.get(stay.personId) === root))
    .filter(({ joinedAt, leftAt }) => joinedAt <= at && (leftAt === null || at < leftAt));
  if (patientId !== undefined && root === undefined) return 'not-a-member';
  // Under the very id that was said, where there is one: an un-merge leaves it there.
  return theirs.find(({ personId }) => personId === patientId) ?? theirs[0] ?? 'not-a-member';
}

function patientsIn(activities: NewActivity[]): string[] {
  return activities.flatMap(({ patientId }) => (patientId === undefined ? [] : [patientId]));
}

/** The living record that answers for each. */
async function rootsOf(tx: EntityManager, ids: string[]): Promise<Map<string, string>> {
  const rows: { id: string; root: string }[] = await tx.query(ROOTS, [[...new Set(ids)]]);
  return new Map(rows.map(({ id, root }) => [id, root]));
}

const ROOTS = descendantsOf(survivorsOf('SELECT unnest($1::uuid[]) AS id'));

const STAYS = `
  SELECT id, person_id AS "personId", external_user_id AS "externalUserId", joined_at AS "joinedAt",
         left_at AS "leftAt", doubles_id AS "doublesId"
    FROM community_member WHERE community_id = $1 ORDER BY left_at IS NOT NULL, joined_at, id`;

const ADD = `
  INSERT INTO community_activity (id, community_id, member_id, kind, at, external_id, recorded_at, recorded_by)
  SELECT id, $1, member_id, kind, at, external_id, $7, $8
    FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::text[])
      AS given (id, member_id, kind, at, external_id)
  ON CONFLICT (community_id, external_id) WHERE external_id IS NOT NULL DO NOTHING
  RETURNING member_id AS "memberId", at`;

/** What is older than the last sign says nothing new; a new sign ends the silence, and the next one may begin. */
const HEARD = `
  UPDATE community_member AS m
     SET heard_at = sign.at, silent_since = NULL,
         silence_due_at = CASE WHEN m.left_at IS NULL AND m.doubles_id IS NULL THEN sign.at + $3::interval END
    FROM (SELECT id, max(at) AS at FROM unnest($1::uuid[], $2::timestamptz[]) AS s (id, at) GROUP BY id) AS sign
   WHERE m.id = sign.id AND m.heard_at < sign.at`;
