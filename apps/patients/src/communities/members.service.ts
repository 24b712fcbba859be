import { CommunityClosedV1, CommunityJoinedV1 } from '#contracts';
import { Outbox } from '#event-bus';
import {
  Clock,
  currentContext,
  isUniqueViolation,
  newId,
  Problem,
  requireVersion,
  stateChange,
  stateReason,
  transact,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PatientsConfig } from '../patients.config.js';
import { PeopleStore } from '../people/people.store.js';
import type { Person } from '../people/person.entity.js';
import { recordsOf } from '../people/records-of.js';
import { CommunityAccess } from './community-access.js';
import { sameDisease } from './community-audience.js';
import { CommunityMember } from './community-member.entity.js';
import { Community } from './community.entity.js';
import type { CommunityView } from './communities.dto.js';
import { presentCommunities } from './community.presenter.js';
import { endedBy, hasPlace, mayBeTold, silentFrom } from './community.rules.js';
import type { Leaving, MemberView, NewMember } from './members.dto.js';
import { MemberQueries } from './members.queries.js';
import { Memberships } from './memberships.js';

/** People come into communities and leave them (PT-10). A person is locked before a community, everywhere. */
@Injectable()
export class Members {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly access: CommunityAccess,
    private readonly queries: MemberQueries,
    private readonly memberships: Memberships,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly config: PatientsConfig,
  ) {}

  /** @throws Problem 400, 403, 404, 409 when it is full, closed, the person is in it, or may not be */
  async join(id: string, body: NewMember): Promise<MemberView> {
    try {
      return await transact(this.source, async (tx) => {
        const { patientId } = body;
        const person = (await this.people.lock(tx, { identifiers: [] }, [patientId])).live(patientId);
        if (!person) throw Problem.invalid([{ field: 'patientId', code: 'patient-unknown' }]);
        const community = await this.access.take(tx, id);
        const now = this.clock.now();
        const joinedAt = this.notAhead('joinedAt', body.joinedAt, now);
        await this.refuse(tx, community, person);
        return this.takeIn(tx, community, person, { ...body, joinedAt });
      });
    } catch (error) {
      if (isUniqueViolation(error, 'community_member_external')) throw Problem.conflict('community-user-taken');
      throw error;
    }
  }

  /** A person who left already keeps when and why. @throws Problem 400, 403, 404 */
  leave(id: string, membershipId: string, { reason, note, leftAt }: Leaving): Promise<MemberView> {
    return transact(this.source, async (tx) => {
      await this.access.take(tx, id);
      const member = await tx.findOneBy(CommunityMember, { id: membershipId, communityId: id });
      if (!member) throw Problem.notFound('membership', membershipId);
      if (member.leftAt) return this.queries.read(tx, id, membershipId);
      const at = this.notAhead('leftAt', leftAt, this.clock.now());
      if (at < member.joinedAt) throw Problem.invalid([{ field: 'leftAt', code: 'before-joining' }]);
      const root = member.doublesId ?? member.id;
      const all = await this.memberships.together(tx, [root]);
      const by = currentContext()?.actor?.id ?? null;
      await this.memberships.end(
        tx,
        all.map((each) => ({ id: each, reason })),
        at,
        { by, note: note ?? null },
      );
      stateChange('patient', member.personId, { communityId: id, leftAt: null }, { communityId: null, leftAt: at });
      stateReason(reason);
      return this.queries.read(tx, id, membershipId);
    });
  }

  /** Ends the community and every membership in it. @throws Problem 403, 404, 409, 412 */
  close(id: string, reason: string, expectedVersion: number): Promise<CommunityView> {
    return transact(this.source, async (tx) => {
      const community = await this.access.take(tx, id);
      requireVersion(community.version, expectedVersion);
      const [now, by] = [this.clock.now(), currentContext()?.actor?.id ?? null];
      const rows: { id: string }[] = await tx.query(IN_IT, [id]);
      const endings = rows.map((row) => ({ id: row.id, reason: 'community-closed' as const }));
      const members = await this.memberships.end(tx, endings, now, { by });
      const closed = { closedAt: now, closedBy: by, closeReason: reason, hourAt: null, hourDueAt: null };
      const values = { ...closed, version: community.version + 1, updatedAt: now };
      await tx.update(Community, { id }, values);
      await this.outbox.append(tx, CommunityClosedV1, { communityId: id, closedAt: now.toISOString(), members });
      stateChange('community', id, { closedAt: null, members }, { closedAt: now.toISOString(), members: 0 });
      stateReason(reason);
      const [view] = await presentCommunities(tx, [{ ...community, ...values, memberCount: 0 }]);
      return view as CommunityView;
    });
  }

  private async refuse(tx: EntityManager, community: Community, person: Person): Promise<void> {
    const reason = endedBy(person) ?? (mayBeTold(person) ? null : 'do-not-contact');
    if (reason) throw Problem.conflict('may-not-join', {}, { reason });
    const records = await recordsOf(tx, person.id);
    const [already]: { id: string }[] = await tx.query(IN_IT_ALREADY, [community.id, records]);
    if (already) throw Problem.conflict('already-a-member', {}, { membershipId: already.id });
    const { memberCount: members, capacity } = community;
    if (!hasPlace(members, capacity)) {
      throw Problem.conflict('community-full', { members, capacity }, { members, capacity });
    }
  }

  private async takeIn(
    tx: EntityManager,
    community: Community,
    person: Person,
    { how, joinedAt, externalUserId }: Pick<NewMember, 'how' | 'externalUserId'> & { joinedAt: Date },
  ): Promise<MemberView> {
    const records = await recordsOf(tx, person.id);
    const [before]: unknown[] = await tx.query(EVER_IN_DISEASE, [community.id, records]);
    const ids = { id: newId(), communityId: community.id, personId: person.id, externalUserId: externalUserId ?? null };
    await tx.insert(CommunityMember, {
      ...ids,
      ...{ joinedAt, joinedHow: how, joinedBy: currentContext()?.actor?.id ?? null, heardAt: joinedAt },
      silenceDueAt: silentFrom(joinedAt, this.config.communitySilentHours),
    });
    await tx.query('UPDATE community SET member_count = member_count + 1 WHERE id = $1', [community.id]);
    const { tags, icd10, segmentId } = community;
    await this.outbox.append(tx, CommunityJoinedV1, {
      ...{ communityId: community.id, membershipId: ids.id, patientId: person.id, tags, icd10 },
      ...(segmentId ? { segmentId } : {}),
      ...{ joinedAt: joinedAt.toISOString(), how, firstOfDisease: before === undefined },
    });
    stateChange('patient', person.id, { communityId: null }, { communityId: community.id, how });
    return this.queries.read(tx, community.id, ids.id);
  }

  private notAhead(field: string, stated: string | null | undefined, now: Date): Date {
    if (!stated) return now;
    const at = new Date(stated);
    if (at > now) throw Problem.invalid([{ field, code: 'in-the-future' }]);
    return at;
  }
}

const IN_IT = 'SELECT id FROM community_member WHERE community_id = $1 AND left_at IS NULL';

const IN_IT_ALREADY = `${IN_IT} AND person_id = ANY ($2::uuid[]) ORDER BY doubles_id IS NOT NULL LIMIT 1`;

const EVER_IN_DISEASE = `
  SELECT 1 FROM community_member WHERE person_id = ANY ($2::uuid[])
     AND community_id IN (${sameDisease('$1')}) LIMIT 1`;
